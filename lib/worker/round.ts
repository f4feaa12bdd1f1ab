import { considerAlert, considerHeartbeat } from '@/lib/alerts'
import { reapStuck } from '@/lib/delivery'
import { considerClaim, runTimers } from '@/lib/escalation'
import { failpoint } from '@/lib/foundation/failpoint'
import { log } from '@/lib/foundation/log'
import { asWorker, wakeWorker } from '@/lib/tenancy'
import type { Chores } from './chores'
import { byMarketplace, type Lanes } from './lanes'
import type { Due, Item } from './listen'
import type { Patience } from './patience'

/** Mail has lanes of its own: a mail server that hangs holds up no other road, and no other road holds up mail. */
export type BothLanes = { mail: Lanes; other: Lanes }

/** Claims that are considered at once. */
const ABREAST = 4

/**
 * One round over what is due. Deliveries go to the lanes first and are not waited for; then claims, timers, what monitoring
 * systems reported (last of the three: one by one, and a storm of it must not hold up a next step), then what dead workers
 * left. Chores come last, and are not waited for either. One thing that fails is logged and left for later,
 * and never stands before the others.
 */
export async function round(
  due: Due,
  lanes: BothLanes,
  chores: Chores,
  patience: Patience,
  /** Told of each timer how late it was acted on, in milliseconds. */
  timerRan: (lateMs: number) => void,
): Promise<void> {
  lanes.mail.offer(due.mails, due.more)
  lanes.other.offer(due.deliveries, due.more)
  await abreast(due.claims.filter(patience.allows), async (claim) => {
    await patience.around(claim, 'a claim could not be considered', () => considerClaim(claim.marketplaceId, claim.id))
    failpoint('after_plan_commit')
  })
  const timersNow = due.timers.filter(patience.allows)
  for (const [marketplaceId, ids] of byMarketplace(timersNow)) await timers(marketplaceId, ids, patience)
  const acted = new Set(timersNow.map(({ id }) => id))
  for (const { id, dueAt } of due.seen) if (acted.has(id)) timerRan(due.now.getTime() - dueAt.getTime())
  await abreast(due.alerts.filter(patience.allows), (alert) =>
    patience.around(alert, 'an alert could not be considered', () => considerAlert(alert.marketplaceId, alert.id)),
  )
  await abreast(due.heartbeats.filter(patience.allows), (beat) =>
    patience.around(beat, 'a heartbeat could not be looked at', () => considerHeartbeat(beat.marketplaceId, beat.id)),
  )
  const stuck = due.stuck.filter(({ id }) => !lanes.mail.has(id) && !lanes.other.has(id))
  for (const [marketplaceId, ids] of byMarketplace(stuck)) {
    const freed = await asWorker(marketplaceId, async (tx, now) => {
      const count = await reapStuck(tx, now, marketplaceId, ids, due.dead)
      if (count > 0) await wakeWorker(tx)
      return count
    })
    if (freed > 0) log.warn({ marketplace: marketplaceId, deliveries: freed }, 'took over from a dead worker')
  }
  chores.offer(due.chores, due.moreChores)
}

async function timers(marketplaceId: string, ids: readonly string[], patience: Patience): Promise<void> {
  try {
    await runTimers(marketplaceId, ids)
    failpoint('after_plan_commit')
  } catch (error) {
    log.error({ err: error, marketplace: marketplaceId }, 'timers failed together, now one by one')
    for (const id of ids)
      await patience.around({ marketplaceId, id }, 'a timer failed', () => runTimers(marketplaceId, [id]))
  }
}

async function abreast(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items]
  const lane = async () => {
    for (let item = left.shift(); item; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(ABREAST, items.length) }, lane))
}
