import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client'

export { Prisma, PrismaClient }

/** What a use case is handed: the client inside its open transaction. */
export type Tx = Prisma.TransactionClient

/** Patience for a pooled connection and for one transaction. No network call ever happens inside one. */
const MAX_WAIT_MS = 10_000
const TIMEOUT_MS = 15_000

/**
 * Opens a pool with prepared statements. Only tenancy, identity and the worker's entry may call this
 * (tests/house/walls.test.ts): everybody else is handed a `tx`.
 */
export function connect(databaseUrl: string, poolSize = 10): PrismaClient {
  const names = new Map<string, string>()
  const adapter = new PrismaPg(
    { connectionString: databaseUrl, max: poolSize },
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
