import { required } from '@/lib/foundation/env'
import { migrate } from './migrate'
import { ensureRoles } from './roles'

/** `npm run db:migrate`: roles first, then the migrations. Prints what it applied. */
async function main(): Promise<void> {
  const owner = required('DATABASE_URL_OWNER')
  await ensureRoles(owner, { app: required('DATABASE_URL'), worker: required('DATABASE_URL_WORKER') })
  const { applied } = await migrate(owner)
  process.stdout.write(applied.length === 0 ? 'database is up to date\n' : `applied ${applied.join(', ')}\n`)
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
