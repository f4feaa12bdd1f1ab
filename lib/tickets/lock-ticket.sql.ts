import { Prisma, type Tx } from '@/lib/db'
import type { Priority } from './staff-view-types'
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
  priority: Priority
  /** Who set the priority; null: it is the one that it began with. */
  priorityBy: 'agent' | 'breadth' | null
  generalSince: Date | null
  version: number
  createdAt: Date
  updatedAt: Date
  firstAnsweredAt: Date | null
  completedAt: Date | null
  /** When the worker looks next, and when it reminded the partner (003-25). */
  nextAt: Date | null
  remindedAt: Date | null
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
           priority, priority_by as "priorityBy", general_since as "generalSince", created_at as "createdAt",
           updated_at as "updatedAt", first_answered_at as "firstAnsweredAt", completed_at as "completedAt",
           next_at as "nextAt", reminded_at as "remindedAt"
    from ticket where id = ${ticketId}::uuid for no key update`)
  return rows[0] ?? null
}
