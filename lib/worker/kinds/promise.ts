import type { Tx } from '@/lib/db'
import { peopleOf } from '@/lib/identity'
import { type ClockKind, deadlineOf } from '@/lib/sla'
import { toAgent } from './agent'

/** Mails about deadlines. Of one that is met, stands still or has moved meanwhile nothing is told (invariant 26). */
export const promiseKinds = {
  'promise.warning': toAgent('promise.warning', async (tx, { payload, recipientId }, ticket) => {
    const due = await stillDue(tx, payload, ticket.id)
    return due && { ...due, yours: ticket.assigneeId === recipientId }
  }),
  'promise.breach': toAgent('promise.breach', async (tx, { payload }, { id, assigneeId }) => {
    const due = await stillDue(tx, payload, id)
    const agent = assigneeId === null ? undefined : (await peopleOf(tx, [assigneeId])).get(assigneeId)
    return due && { ...due, agent: agent?.name ?? null }
  }),
}

async function stillDue(tx: Tx, payload: Readonly<Record<string, unknown>>, ticketId: string) {
  const promise = String(payload.promise) as ClockKind
  const dueAt = await deadlineOf(tx, ticketId, promise)
  return dueAt && dueAt.toISOString() === payload.dueAt ? { promise, dueAt } : null
}
