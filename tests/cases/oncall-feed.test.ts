import { beforeEach, describe, expect, test } from 'vitest'
import { archiveSchedule, calendarFeed, chooseDefaultSchedule, createSchedule, ownFeed, renewFeed } from '@/lib/oncall'
import { freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

/* Marta (oncall) has the week from Monday 2 March 2026, 09:00 in Rome; clocks go forward there on 29 March. */

const database = useDatabase()
let nova: MarketplaceWorld
const at = (text: string) => new Date(text)

beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(at('2026-03-03T10:00:00Z')))
  await database.owner.user.updateMany({ where: { id: nova.oncall.userId }, data: { timeZone: 'America/Sao_Paulo' } })
})

const made = async (who = nova.oncall) => {
  const outcome = await renewFeed(who, { scheduleId: nova.scheduleId })
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value
}
const tokenOf = (path: string) => path.split('/').at(-1) ?? ''
const read = async (path: string, marketplaceId = nova.marketplaceId) => calendarFeed(marketplaceId, tokenOf(path))

/** Begin and title of each event, and its id. */
function eventsIn(text: string | null): { uid: string; start: string; summary: string }[] {
  const lines = (text ?? '').replaceAll('\r\n ', '').split('\r\n')
  const valuesOf = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1))
  const [uids, starts, titles] = [valuesOf('UID'), valuesOf('DTSTART'), valuesOf('SUMMARY')]
  return uids.map((uid, index) => ({ uid, start: starts[index] ?? '', summary: titles[index] ?? '' }))
}

describe('a calendar address', () => {
  test('tells the whole schedule in UTC, whatever the reader’s zone and across a clock change (invariant 20)', async () => {
    const { whole } = await made()
    const text = await read(whole)
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    const starts = eventsIn(text).map(({ start, summary }) => `${start} ${summary}`)
    expect(starts).toContain('20260309T080000Z Nico Oncall: Platform on call')
    expect(starts).toContain('20260323T080000Z Nico Oncall: Platform on call')
    // Monday 09:00 in Rome is an hour earlier in UTC from 29 March on.
    expect(starts).toContain('20260330T070000Z Marta Oncall: Platform on call')
  })

  test('or one’s own shifts alone; a shift keeps its id from day to day', async () => {
    const { mine } = await made()
    const today = eventsIn(await read(mine))
    expect(new Set(today.map(({ summary }) => summary))).toEqual(new Set(['On call: Platform on call']))
    await database.shiftClock(offsetTo(at('2026-03-05T15:00:00Z')))
    const later = eventsIn(await read(mine))
    const uidOf = (events: typeof today, start: string) => events.find((event) => event.start === start)?.uid
    for (const start of ['20260302T080000Z', '20260316T080000Z', '20260330T070000Z']) {
      expect(uidOf(later, start)).toBeDefined()
      expect(uidOf(later, start)).toBe(uidOf(today, start))
    }
    expect(new Set(later.map(({ uid }) => uid)).size).toBe(later.length)
  })

  test('a new one makes the old one void', async () => {
    const first = await made()
    expect(await ownFeed(nova.oncall, { scheduleId: nova.scheduleId })).toEqual(first)
    const second = await made()
    expect(await read(first.whole)).toBeNull()
    expect(await read(second.whole)).not.toBeNull()
    expect((await made(nova.agent)).whole).not.toBe(second.whole)
    expect(await read(second.whole)).not.toBeNull()
  })

  test('is dead when its owner is disabled, at another marketplace, changed by a letter, or its schedule put away', async () => {
    const { whole, mine } = await made()
    const other = await freshMarketplace(database.owner)
    expect(await read(whole, other.marketplaceId)).toBeNull()
    const token = tokenOf(whole)
    for (const place of [0, 30, 44, token.length - 2]) {
      const letter = token[place] === 'A' ? 'B' : 'A'
      const forged = token.slice(0, place) + letter + token.slice(place + 1)
      expect(await calendarFeed(nova.marketplaceId, forged)).toBeNull()
    }
    for (const odd of ['', 'x', 'x'.repeat(87), `${token}A`])
      expect(await calendarFeed(nova.marketplaceId, odd)).toBeNull()
    const spare = await createSchedule(nova.lead, { name: 'Payments', timeZone: 'Europe/Rome' })
    if (!spare.ok) throw new Error(spare.why)
    await chooseDefaultSchedule(nova.lead, spare.value)
    await archiveSchedule(nova.lead, { scheduleId: nova.scheduleId }, async () => [])
    expect(await read(whole)).toBeNull()
    await database.owner.schedule.updateMany({ where: { id: nova.scheduleId }, data: { archivedAt: null } })
    expect(await read(mine)).not.toBeNull()
    await database.owner.membership.updateMany({
      where: { id: nova.oncall.membershipId },
      data: { disabledAt: at('2026-03-03T10:00:00Z') },
    })
    expect(await read(mine)).toBeNull()
  })
})
