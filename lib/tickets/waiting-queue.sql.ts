import { Prisma, type Tx } from '@/lib/db'
import { runningDeadlines } from '@/lib/sla'
import type { Cursor } from './cursor'

/** Sorts after every deadline: a ticket whose promise is kept or that has none waits behind those that are due. */
const NO_DEADLINE = '9999-12-31T00:00:00Z'

/**
 * Ids of the tickets whose turn is ours, soonest due first, then those without a deadline; equals by id, that is by
 * age. Written by hand because the order comes from another table. `at` is what the next cursor holds.
 */
export async function waitingQueue(
  tx: Tx,
  { cursor, most }: { cursor: Cursor | null; most: number },
): Promise<{ id: string; at: Date }[]> {
  const after = cursor
    ? Prisma.sql`and (coalesce(due.due_at, ${NO_DEADLINE}::timestamptz), t.id) > (${cursor.at}, ${cursor.id}::uuid)`
    : Prisma.empty
  return tx.$queryRaw<{ id: string; at: Date }[]>(Prisma.sql`
    select t.id, coalesce(due.due_at, ${NO_DEADLINE}::timestamptz) as at
    from ticket t left join ${runningDeadlines} due on due.ticket_id = t.id
    where t.state in ('created', 'in_progress') ${after}
    order by coalesce(due.due_at, ${NO_DEADLINE}::timestamptz), t.id limit ${most}`)
}
