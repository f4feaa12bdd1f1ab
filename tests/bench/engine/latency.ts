import { setTimeout as pause } from 'node:timers/promises'
import { confirmClaim } from '@/lib/escalation'
import { AT_NIGHT, AT_WORK } from '../../builders/urgent'
import type { Road } from './arrivals'
import { claim, type EngineGround } from './ground'

const roads: readonly Road[] = ['mail', 'webhook', 'push']
export type ByRoad = Record<Road, number[]>

const WARM = 5

/** Milliseconds from "send" to the page in each receiver's hands, at night, when a claim pages at once. */
export async function claimToPage(ground: EngineGround, prefix: string, count: number): Promise<ByRoad> {
  await ground.clockAt(AT_NIGHT)
  const place = await ground.marketplace(prefix, 'all')
  const took: ByRoad = { mail: [], webhook: [], push: [] }
  for (let turn = -WARM; turn < count; turn++) {
    const since = ground.arrivals.all.length
    const { at } = await claim(ground.owner, place)
    for (const road of roads) {
      const page = await ground.arrivals.next(road, since)
      if (turn >= 0) took[road].push(page.at - at)
    }
  }
  return took
}

/** By day: "send" to the first person who is asked to assess; and "it is urgent" to the page in each receiver's hands. */
export async function assessed(ground: EngineGround, prefix: string, count: number) {
  await ground.clockAt(AT_WORK)
  const place = await ground.marketplace(prefix, 'all')
  const asked: number[] = []
  const paged: ByRoad = { mail: [], webhook: [], push: [] }
  for (let turn = -WARM; turn < count; turn++) {
    const before = ground.arrivals.all.length
    const { at, ticketId } = await claim(ground.owner, place)
    const first = await ground.arrivals.next('mail', before)
    // Everybody who is asked has been: what comes after the decision is its page.
    for (const road of roads) await ground.arrivals.next(road, before)
    const { id } = await ground.owner.escalation.findFirstOrThrow({ where: { ticketId } })
    const waiting = { subjectId: id, status: { in: ['PENDING', 'SENDING'] } }
    while ((await ground.owner.delivery.count({ where: waiting })) > 0) await pause(5)
    const since = ground.arrivals.all.length
    const decided = Date.now()
    const outcome = await confirmClaim(place.lead, { escalationId: id })
    if (!outcome.ok) throw new Error(outcome.why)
    for (const road of roads) {
      const page = await ground.arrivals.next(road, since)
      if (turn >= 0) paged[road].push(page.at - decided)
    }
    if (turn >= 0) asked.push(first.at - at)
  }
  return { asked, paged }
}
