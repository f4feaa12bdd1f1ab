import { setTimeout as pause } from 'node:timers/promises'
import { AT_NIGHT } from '../../builders/urgent'
import { claim, type EngineGround } from './ground'
import { lateness, waitingRuns } from './runs'

/** Timers that fall due one after the other over twenty seconds: how late each ran. */
export async function punctual(ground: EngineGround, prefix: string): Promise<number[]> {
  await ground.clockAt(AT_NIGHT)
  const place = await ground.marketplace(prefix)
  const count = 600
  await waitingRuns(ground.owner, place, { count, first: 2_000, spread: 20_000 })
  for (;;) {
    const ran = await lateness(ground.owner, place)
    if (ran.length === count) return ran
    await pause(500)
  }
}

export type Storm = { runs: number; plannedMs: number; firstPagesMs: number; messages: number; other: number[] }

/** When the bench stops waiting for the last page, in milliseconds. */
const LONGEST = 400_000

/**
 * So many runs of one marketplace fall due in the same instant, while another marketplace's claims go on coming in: until
 * all are planned, until the last one's first page is in the mail server's hands, and what the other waited. `bundle`: the settings by
 * which many pages of one person become one message; without them none do.
 */
export async function atOnce(ground: EngineGround, prefix: string, runs: number, bundle = {}): Promise<Storm> {
  const offset = await ground.clockAt(AT_NIGHT)
  const place = await ground.marketplace(`${prefix}A`)
  await ground.owner.marketplaceSettings.update({ where: { marketplaceId: place.marketplaceId }, data: bundle })
  const bystander = await ground.marketplace(`${prefix}B`)
  const before = ground.arrivals.all.length
  const begin = await waitingRuns(ground.owner, place, { count: runs, first: 15_000, spread: 0 })
  const due = begin.getTime() - offset
  await pause(Math.max(0, due - Date.now()))
  const other: number[] = []
  let over = false
  const claims = (async () => {
    for (; !over; await pause(400)) {
      const since = ground.arrivals.all.length
      const { at, number } = await claim(ground.owner, bystander)
      const page = await ground.arrivals.next('mail', since, ({ numbers }) => numbers.includes(number))
      other.push(page.at - at)
    }
  })()
  const waiting = { marketplaceId: place.marketplaceId, state: 'ASSESSING' }
  while ((await ground.owner.escalation.count({ where: waiting })) > 0) await pause(50)
  const plannedMs = Date.now() - due
  const notSent = async () => runs - (await sentRuns(ground.owner, place.marketplaceId))
  while ((await notSent()) > 0 && Date.now() - due < LONGEST) await pause(300)
  const firstPagesMs = (await notSent()) > 0 ? Number.POSITIVE_INFINITY : Date.now() - due
  over = true
  await claims
  const pages = ground.arrivals.all.slice(before).filter(({ page, numbers }) => page && numbers.length === 0)
  return { runs, plannedMs, firstPagesMs, messages: new Set(pages.map(({ id }) => id)).size, other }
}

/** Runs of which a page has left, alone or among others in one message. */
async function sentRuns(owner: EngineGround['owner'], marketplaceId: string): Promise<number> {
  const [{ count }] = (await owner.$queryRaw`
    select count(distinct subject_id)::int as count from delivery
     where marketplace_id = ${marketplaceId}::uuid and status = 'SENT'`) as [{ count: number }]
  return count
}
