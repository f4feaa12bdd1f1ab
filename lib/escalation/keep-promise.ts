import type { Tx } from '@/lib/db'
import { idFrom } from '@/lib/foundation/ids'
import { activePeople, peopleOf } from '@/lib/identity'
import { tellPromiseBroken, tellPromiseWarning } from '@/lib/notifications'
import { teamMemberIds } from '@/lib/teams'
import { asWorker } from '@/lib/tenancy'
import { climbPromises, type PromiseTold } from '@/lib/tickets'
import { closeRunOf } from './alert-run'
import { breachKey, openBreachRun } from './breach-run'

/**
 * Looks after the promises of one request: warns whoever works on it before a deadline, tells the leads when one broke, and
 * pages who is on call when that has lasted. Nothing is told of a promise that is kept or stands still (invariant 26), and
 * a page for one that is late no more ends. Under the request's lock; twice, or late, it does no more than once.
 */
export async function keepPromise(marketplaceId: string, ticketId: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    const promised = await climbPromises(tx, now, ticketId)
    if (!promised) return
    const { partnerId } = promised
    for (const { kind, rung, dueAt, startedAt } of promised.climbed) {
      const factId = idFrom(ticketId, [kind, rung, startedAt.getTime(), dueAt.getTime()])
      const about = { marketplaceId, ticketId, partnerId, factId, promise: kind, dueAt }
      if (rung === 'warning') {
        await tellPromiseWarning(tx, now, { ...about, recipientIds: await whoWorksOnIt(tx, promised) })
      } else if (rung === 'breach') await tellPromiseBroken(tx, now, { ...about, recipientIds: await leads(tx) })
      else if (rung === 'page') await openBreachRun(tx, now, { marketplaceId, ticketId, kind, dueAt })
      else await closeRunOf(tx, now, breachKey({ ticketId, kind }))
    }
  })
}

/** Its agent; while nobody has it, or she has left, the team, and the leads where the team is empty. */
async function whoWorksOnIt(tx: Tx, { assigneeId, teamId }: PromiseTold): Promise<string[]> {
  const agent = assigneeId === null ? undefined : (await peopleOf(tx, [assigneeId])).get(assigneeId)
  if (agent?.active) return [agent.membershipId]
  const people = [...(await peopleOf(tx, await teamMemberIds(tx, teamId))).values()].filter(({ active }) => active)
  return people.length > 0 ? people.map(({ membershipId }) => membershipId) : leads(tx)
}

/** The leads; the admins of a marketplace that has none. */
async function leads(tx: Tx): Promise<string[]> {
  for (const role of ['lead', 'admin']) {
    const people = await activePeople(tx, { partnerId: null, roles: [role] })
    if (people.length > 0) return people.map(({ membershipId }) => membershipId)
  }
  return []
}
