import type { Tx } from '@/lib/db'
import { activePeople } from '@/lib/identity'
import { tellOfPause } from '@/lib/notifications'
import { asWorker } from '@/lib/tenancy'

/**
 * Worker: reminds the company that its maintenance ends soon, and ends it when its time has come, whether or not anybody
 * looks (000-08). Harmless when it comes too late or twice: each step is taken by whoever finds it undone.
 */
export async function endPause(marketplaceId: string, id: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    const pause = await tx.integrationPause.findFirst({ where: { id, endedAt: null } })
    if (!pause?.nextAt || pause.nextAt > now) return
    const { untilAt, partnerId } = pause
    const ends = untilAt <= now
    // As it was read: extended meanwhile, it is another time's business.
    const asRead = { id, endedAt: null, untilAt, nextAt: pause.nextAt }
    const data = ends ? { endedAt: untilAt, nextAt: null } : { remindedAt: now, nextAt: untilAt }
    const { count } = await tx.integrationPause.updateMany({ where: asRead, data })
    if (count === 0) return
    await tellOfPause(tx, now, ends ? 'pause.ended' : 'pause.reminder', {
      marketplaceId,
      partnerId,
      pauseId: id,
      untilAt,
      recipientIds: await answerable(tx, partnerId),
    })
  })
}

/** Who answers for the company's systems: its owners and its technical contacts. */
async function answerable(tx: Tx, partnerId: string): Promise<string[]> {
  const owners = await activePeople(tx, { partnerId, roles: ['owner'] })
  const contacts = await tx.partnerContact.findMany({ where: { partnerId }, select: { membershipId: true } })
  return [...new Set([...owners, ...contacts].map(({ membershipId }) => membershipId))]
}
