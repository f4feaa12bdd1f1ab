import { Prisma, type Tx } from '@/lib/db'
import type { TicketState } from './states'

export type LockedTicket = {
  marketplaceId: string
  id: string
  number: number
  partnerId: string
  topicId: string
  teamId: string
  openedById: string
  assigneeId: string | null
  subject: string
  state: TicketState
  version: number
  createdAt: Date
  updatedAt: Date
  completedAt: Date | null
}

/**
 * Takes a ticket for whoever changes it: everybody after waits and then sees what the first one did. Not `for update`:
 * rows that merely point at the ticket (the engine's events) need not wait, and its key never changes.
 * Null when row security shows no such ticket. Lock order everywhere: ticket, then claim, then files.
 */
export async function lockTicket(tx: Tx, ticketId: string): Promise<LockedTicket | null> {
  const rows = await tx.$queryRaw<LockedTicket[]>(Prisma.sql`
    select marketplace_id as "marketplaceId", id, number, partner_id as "partnerId", topic_id as "topicId",
           team_id as "teamId", opened_by_id as "openedById", assignee_id as "assigneeId", subject, state, version,
           created_at as "createdAt", updated_at as "updatedAt", completed_at as "completedAt"
    from ticket where id = ${ticketId}::uuid for no key update`)
  return rows[0] ?? null
}
