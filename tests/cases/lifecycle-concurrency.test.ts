import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { HOUR } from '@/lib/foundation/clock'
import {
  addNote,
  answerInput,
  answerTicket,
  askInput,
  askPartner,
  assignTicket,
  cancelTicket,
  closeInput,
  closeTicket,
  markRead,
  noteInput,
  rateInput,
  rateTicket,
  remindOrClose,
  replyToTicket,
  takeTicket,
} from '@/lib/tickets'
import { opened, replyForm } from '@/tests/builders/tickets'
import { buildWorld, type MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { storyOf } from './lifecycle-story'

const database = useDatabase()
let nova: MarketplaceWorld

beforeAll(async () => {
  ;({ nova } = await buildWorld(database.owner))
})

/** The same numbers for the same seed (mulberry32): a storm that failed can be called up again. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Heard = { act: string; why: string | null }
const REFUSALS = [
  'follow_up',
  'already_completed',
  'not_answered',
  'already_rated',
  'changed_meanwhile',
  'nothing_to_try',
]

/** Who is told that something new came in reads it and sends once more, up to `patience` times. */
async function act(name: string, ticketId: string, roll: (below: number) => number): Promise<Heard> {
  const patience = roll(8)
  // All are under way together, and none in the order in which they were called; what ends it tends to come late.
  await pause(ENDS.includes(name) ? 300 + roll(700) : roll(900))
  let answer = await once(name, ticketId, roll)
  for (let again = 0; again < patience && answer.why === 'changed_meanwhile'; again += 1)
    answer = await once(name, ticketId, roll)
  return answer
}

/** One act by somebody who looked at the ticket just now, or (one in five) some time ago. */
async function once(name: string, ticketId: string, roll: (below: number) => number): Promise<Heard> {
  const { agent, lead, partners } = nova
  const [casa] = partners
  const somebody = [casa.owner, casa.member, casa.technical][roll(3)] ?? casa.owner
  const staff = roll(2) ? agent : lead
  const stale = roll(5) === 0
  const body = `${name} ${roll(1000)}`
  const verdict = [undefined, undefined, 'works', 'does_not'][roll(4)]
  const stars = 1 + roll(5)
  const seen = await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId }, select: { version: true } })
  const version = Math.max(1, seen.version - (stale ? 2 : 0))
  switch (name) {
    case 'reply':
      return heard(name, replyToTicket(somebody, replyForm(ticketId, { body, ...(verdict && { verdict }) })))
    case 'answer':
      return heard(name, answerTicket(staff, answerInput.parse({ ticketId, version, body })))
    case 'ask':
      return heard(name, askPartner(staff, askInput.parse({ ticketId, version, body })))
    case 'try':
      return heard(name, askPartner(staff, askInput.parse({ ticketId, version, body, kind: 'try_this' })))
    case 'close':
      return heard(name, closeTicket(staff, closeInput.parse({ ticketId, version, reason: body })))
    case 'rate':
      return heard(name, rateTicket(somebody, rateInput.parse({ ticketId, stars })))
    case 'cancel':
      return heard(name, cancelTicket(somebody, { ticketId }))
    case 'take':
      return heard(name, takeTicket(staff, { ticketId }))
    case 'release':
      return heard(name, assignTicket(staff, { ticketId, assigneeId: null }))
    case 'note':
      return heard(name, addNote(staff, noteInput.parse({ ticketId, body })))
    case 'read':
      return heard(name, markRead(roll(2) ? somebody : staff, { ticketId }))
    default:
      return { act: name, why: await workerComes(ticketId) }
  }
}

async function heard(name: string, outcome: Promise<{ ok: boolean; why?: string }>): Promise<Heard> {
  const { ok, why } = await outcome
  return { act: name, why: ok ? null : (why ?? 'no reason') }
}

/** The worker waits only so long for a row that others hold, and comes again later. */
async function workerComes(ticketId: string): Promise<null> {
  await remindOrClose(nova.marketplaceId, ticketId).catch((error: Error) => {
    if (!/lock timeout|55P03/.test(error.message)) throw error
  })
  return null
}

/** A hundred acts; those that end the request come with the weight that the storm gives them. */
const STORMS: { seed: number; ends: number; acts: string[] }[] = [
  { seed: 1, ends: 2, acts: ['reply', 'answer', 'ask', 'try', 'take', 'note'] },
  { seed: 2, ends: 2, acts: ['reply', 'reply', 'answer', 'ask', 'release', 'read'] },
  { seed: 3, ends: 3, acts: ['reply', 'answer', 'try', 'worker', 'worker', 'note'] },
  { seed: 4, ends: 10, acts: ['reply', 'answer', 'answer', 'ask', 'worker'] },
  { seed: 5, ends: 0, acts: ['reply', 'answer', 'ask', 'try', 'take', 'release', 'note', 'worker'] },
  { seed: 6, ends: 40, acts: ['answer', 'reply'] },
  { seed: 7, ends: 0, acts: ['answer', 'ask', 'worker', 'worker'] },
  { seed: 8, ends: 0, acts: ['answer', 'rate', 'rate', 'cancel', 'close', 'worker', 'reply'] },
]
const ENDS = ['close', 'rate', 'cancel', 'rate']

describe('a hundred hands on one request at once (003-20 to 003-29)', () => {
  test.each(STORMS)(
    'seed $seed: the history is a legal path, the row is what it tells',
    async ({ seed, ends, acts }) => {
      const roll = dice(seed)
      // Days pass between the storms and in the middle of each, so that the worker too has something to do.
      let moved = seed * 240 * HOUR
      await database.shiftClock(moved)
      const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
      if (seed % 2) await takeTicket(nova.agent, { ticketId })
      const names = Array.from({ length: 100 }, () => {
        const list = roll(100) < ends ? ENDS : acts
        return list[roll(list.length)] ?? 'reply'
      })
      const time = async () => {
        for (let day = 0; day < 6; day += 1) {
          moved += 30 * HOUR
          await database.shiftClock(moved)
          await workerComes(ticketId)
        }
      }
      const [all] = await Promise.all([Promise.all(names.map((name) => act(name, ticketId, roll))), time()])

      const { faults, count, kinds, row } = await storyOf(database.owner, ticketId)
      expect(faults, kinds.join(' ')).toEqual([])
      const refusals = all.flatMap(({ why }) => why ?? [])
      expect(refusals.filter((why) => !REFUSALS.includes(why))).toEqual([])
      // Each act that was granted stands in the history once, and nothing else does.
      const granted = (...wanted: string[]) => all.filter((one) => wanted.includes(one.act) && one.why === null).length
      expect(count(['replied', 'try_worked', 'try_failed'])).toBe(granted('reply'))
      expect(count(['answered'])).toBe(granted('answer'))
      expect(count(['asked', 'try_asked'])).toBe(granted('ask', 'try'))
      expect([count(['closed']), count(['rated'])]).toEqual([granted('close'), granted('rate')])
      expect(count(['cancelled', 'solved'])).toBe(granted('cancel'))
      expect(count(['noted'])).toBe(granted('note'))
      expect(count(['closed', 'cancelled', 'solved', 'auto_closed'])).toBeLessThanOrEqual(1)
      expect(row.version).toBeGreaterThan(1)
    },
    90_000,
  )

  test('closing by itself against everything that ends or revives it, in the same instant: one of them wins (003-25)', async () => {
    const roll = dice(25)
    let moved = 100 * 240 * HOUR
    for (let round = 0; round < 12; round += 1) {
      await database.shiftClock(moved)
      const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
      await once('answer', ticketId, () => 1)
      for (const days of [4, 1]) {
        moved += days * 24 * HOUR + HOUR
        await database.shiftClock(moved)
        if (days === 4) await workerComes(ticketId)
      }
      const hands = ['worker', 'worker', 'rate', 'cancel', 'reply', 'close', 'answer', 'worker']
      const order = hands.map((name) => ({ name, place: roll(1000) })).sort((a, b) => a.place - b.place)
      await Promise.all(order.map(({ name }) => once(name, ticketId, roll)))
      const { faults, kinds, count } = await storyOf(database.owner, ticketId)
      expect(faults, kinds.join(' ')).toEqual([])
      expect(count(['auto_closed', 'closed', 'cancelled', 'solved'])).toBeLessThanOrEqual(1)
    }
  }, 60_000)

  test('the reader of histories finds what is wrong', async () => {
    const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
    const { owner } = database
    const faults = async () => (await storyOf(owner, ticketId)).faults
    expect(await faults()).toEqual([])
    await owner.ticket.updateMany({ where: { id: ticketId }, data: { version: 7 } })
    expect(await faults()).toEqual(['version is 7, its events say 1'])
    const { marketplaceId } = nova
    const [{ partnerId }] = nova.partners
    const rating = { marketplaceId, partnerId, ticketId, ratedById: nova.partners[0].owner.membershipId }
    await owner.rating.create({ data: { ...rating, stars: 3, ratedAt: new Date() } })
    expect(await faults()).toContain('1 ratings, 0 lines')
    const [event] = await owner.ticketEvent.findMany({ where: { ticketId } })
    const next = { ...event, data: {}, kind: 'rated', fromState: 'created', toState: 'completed' }
    await owner.ticketEvent.create({ data: { ...next, id: crypto.randomUUID(), at: new Date(4e12) } as never })
    expect((await faults()).join('; ')).toMatch(/rated: created > completed.*state is "created"/)
  })
})
