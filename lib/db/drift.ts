import { required } from '@/lib/foundation/env'
import { diffToSchema } from './prisma-engine'
import { ensureRoles } from './roles'

/** `npm run db:check`: do the migrations lead exactly to the schema files? Prints the missing SQL and fails if not. */
async function main(): Promise<void> {
  const owner = required('DATABASE_URL_OWNER')
  await ensureRoles(owner, { app: required('DATABASE_URL'), worker: required('DATABASE_URL_WORKER') })
  const missing = await diffToSchema(owner, 'migrations')
  if (missing === null) {
    process.stdout.write('migrations and schema agree\n')
    return
  }
  process.stderr.write(`the migrations do not lead to the schema; missing:\n${missing}\n`)
  process.exitCode = 1
}

main().then(
  () => process.exit(),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  },
)
