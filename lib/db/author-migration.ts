import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { machineNow } from '@/lib/foundation/clock'
import { required } from '@/lib/foundation/env'
import { diffToSchema } from './prisma-engine'
import { ensureRoles } from './roles'

/**
 * `npm run db:migration NAME`: writes prisma/migrations/<time>_NAME/migration.sql with what the schema files have and
 * the migrations lack. Read it, then add by hand what Prisma cannot say: `call guard(...)` for each new table with a
 * marketplace_id, CHECKs, partial indexes.
 */
async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('usage: npm run db:migration NAME   (a-z, 0-9, _)')
  const owner = required('DATABASE_URL_OWNER')
  await ensureRoles(owner, { app: required('DATABASE_URL'), worker: required('DATABASE_URL_WORKER') })
  const sql = await diffToSchema(owner, 'migrations')
  if (sql === null) throw new Error('the migrations already lead to the schema: nothing to write')
  const stamp = machineNow().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.resolve('prisma/migrations', `${stamp}_${name}`)
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'migration.sql'), sql)
  process.stdout.write(`wrote ${path.relative(process.cwd(), folder)}/migration.sql\n`)
}

main(process.argv[2]).then(
  () => process.exit(),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  },
)
