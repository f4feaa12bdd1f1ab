import { Prisma } from '@/lib/db'

/**
 * The soonest running deadline of each ticket as a table for another room's statement: (ticket_id, due_at). A queue
 * sorted by what is due soonest cannot be read in two steps; row security holds here as everywhere.
 */
export const runningDeadlines = Prisma.sql`(
  select ticket_id, min(due_at) as due_at from sla_clock where due_at is not null group by ticket_id)`
