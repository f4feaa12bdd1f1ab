import { Prisma } from '@/lib/db'

/**
 * Running first-answer deadlines as a table for another room's statement: (ticket_id, due_at). A queue sorted by what is
 * due soonest cannot be read in two steps; row security holds here as everywhere.
 */
export const runningDeadlines = Prisma.sql`(
  select ticket_id, due_at from sla_clock where kind = 'first_answer' and due_at is not null)`
