import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { throttle } from '@/lib/identity'
import { asMachine, wakeWorker } from '@/lib/tenancy'
import { type Beat, heard } from './heartbeat-move'
import { lockHeartbeat } from './lock-row.sql'
import { hashOf } from './secret'

/** "Still alive." Refused alike for every address that is no living heartbeat's. */
export async function receiveHeartbeat({
  marketplaceId,
  token,
  place,
}: {
  marketplaceId: string
  token: string
  place: string
}): Promise<Outcome<null, 'unknown_key' | 'too_many_attempts'>> {
  const tokenHash = hashOf(token)
  const refused = await throttle('machine', { address: tokenHash, place })
  if (refused) return refused
  return asMachine(marketplaceId, async (tx, now) => {
    const found = await tx.heartbeat.findFirst({ where: { tokenHash, archivedAt: null }, select: { id: true } })
    if (!found) return refuse('unknown_key')
    await lockHeartbeat(tx, marketplaceId, found.id)
    const beat = await tx.heartbeat.findFirst({ where: { id: found.id, archivedAt: null } })
    if (!beat) return refuse('unknown_key')
    const { state, nextAt } = heard(beat as Beat, now)
    await tx.heartbeat.updateMany({ where: { id: beat.id }, data: { lastSeenAt: now, state, nextAt } })
    if (state === 'missed') await wakeWorker(tx)
    return ok(null)
  })
}
