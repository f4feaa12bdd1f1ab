import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client'

export { Prisma, PrismaClient }

/** What a use case is handed: the client inside its open transaction. */
export type Tx = Prisma.TransactionClient

/** Patience for a pooled connection and for one transaction. No network call ever happens inside one. */
const MAX_WAIT_MS = 10_000
const TIMEOUT_MS = 15_000

/**
 * A process that stands still inside a transaction would keep its locks for as long as it stands; Postgres ends such a
 * transaction after this long. Longer than TIMEOUT_MS, which ends that of a process that is well.
 */
const STANDING_STILL_MS = TIMEOUT_MS + 5_000

/**
 * Opens a pool with prepared statements; `lockWaitMs` is how long one statement waits for a row that somebody holds. Only tenancy, identity and the worker's entry may call this
 * (tests/house/walls.test.ts): everybody else is handed a `tx`.
 */
export function connect(databaseUrl: string, poolSize = 10, lockWaitMs = TIMEOUT_MS): PrismaClient {
  const names = new Map<string, string>()
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl,
      max: poolSize,
      lock_timeout: lockWaitMs,
      idle_in_transaction_session_timeout: STANDING_STILL_MS,
    },
    { statementNameGenerator: (query) => statementName(names, query.sql) as string },
  )
  return new PrismaClient({ adapter, transactionOptions: { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS } })
}

/** Statements beyond this many stay unprepared: lists of varying length would otherwise fill the server's memory. */
const MOST_PREPARED = 500

function statementName(names: Map<string, string>, sql: string): string | undefined {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= MOST_PREPARED) return undefined
  const name = `w${names.size}`
  names.set(sql, name)
  return name
}
