import { beforeEach, describe, expect, test } from 'vitest'
import { HOUR } from '@/lib/foundation/clock'
import {
  addOverride,
  askForCover,
  coverForm,
  schedulePage,
  takeCover,
  warnOfShifts,
  whoIsOnCall,
  withdrawCover,
} from '@/lib/oncall'
import { asStaff } from '@/lib/tenancy'
import { kindOf } from '@/lib/worker/kinds'
import { freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import { addMailMethod, type MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

/* Marta (oncall) has the week from Monday 2 March 2026, 09:00 in Rome; Nico (oncall2) the one after. */

const database = useDatabase()
let nova: MarketplaceWorld
const at = (text: string) => new Date(text)
const evening = { from: at('2026-03-05T17:00:00Z'), to: at('2026-03-05T21:00:00Z') }

beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(at('2026-03-03T10:00:00Z')))
})

const primaryAt = async (instant: Date) =>
  (await asStaff(nova.agent, (tx) => whoIsOnCall(tx, nova.scheduleId, instant))).primary
const asked = async (askedId: string | null = null, note = '') => {
  const outcome = await askForCover(nova.oncall, { scheduleId: nova.scheduleId, ...evening, askedId, note })
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value.coverId
}
const mails = (kind: string) =>
  database.owner.delivery.findMany({ where: { marketplaceId: nova.marketplaceId, kind }, orderBy: { address: 'asc' } })

describe('a request for cover', () => {
  test('asks everybody else who takes part; whoever takes it stands in, and its asker hears of it', async () => {
    const coverId = await asked(null, 'Concert')
    expect((await mails('oncall.cover_asked')).map(({ recipientId }) => recipientId)).toEqual([
      nova.oncall2.membershipId,
    ])
    const seen = await schedulePage(nova.oncall2, {})
    expect(seen?.covers).toMatchObject([{ id: coverId, note: 'Concert', allowed: { take: true, withdraw: false } }])
    expect(await takeCover(nova.oncall2, { coverId })).toEqual({ ok: true, value: { reachable: true } })
    expect(await primaryAt(evening.from)).toBe(nova.oncall2.membershipId)
    expect(await primaryAt(at('2026-03-05T16:59:59Z'))).toBe(nova.oncall.membershipId)
    expect(await primaryAt(evening.to)).toBe(nova.oncall.membershipId)
    expect((await mails('oncall.cover_taken')).map(({ recipientId }) => recipientId)).toEqual([
      nova.oncall.membershipId,
    ])
    expect((await schedulePage(nova.oncall2, {}))?.covers).toEqual([])
  })

  test('20 who take it at once: one has it, one override, the others learn who', async () => {
    const coverId = await asked()
    const people = [nova.oncall2, nova.lead, nova.admin, nova.agent]
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => takeCover(people[turn % 4] ?? nova.lead, { coverId })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const row = await database.owner.coverRequest.findFirstOrThrow({ where: { id: coverId } })
    const overrides = await database.owner.scheduleOverride.findMany({ where: { scheduleId: nova.scheduleId } })
    expect(overrides).toMatchObject([{ addId: row.takenById, removeId: nova.oncall.membershipId }])
    expect(await mails('oncall.cover_taken')).toHaveLength(1)
    const refused = answers.filter((answer) => !answer.ok)
    for (const answer of refused)
      expect(answer).toMatchObject({ why: 'cover_taken', details: { by: expect.any(String) } })
  })

  test('taken and withdrawn at once: one of the two happens', async () => {
    const coverId = await asked()
    const [taken, withdrawn] = await Promise.all([
      takeCover(nova.oncall2, { coverId }),
      withdrawCover(nova.oncall, { coverId }),
    ])
    expect([taken.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1)
    const overrides = await database.owner.scheduleOverride.count({ where: { scheduleId: nova.scheduleId } })
    expect(overrides).toBe(taken.ok ? 1 : 0)
  })

  test('of one colleague is hers alone to take; nobody takes their own; withdrawn it is told and gone', async () => {
    const coverId = await asked(nova.lead.membershipId)
    expect(await takeCover(nova.oncall2, { coverId })).toMatchObject({ why: 'not_allowed' })
    expect(await takeCover(nova.oncall, { coverId })).toMatchObject({ why: 'not_allowed' })
    expect(await withdrawCover(nova.lead, { coverId })).toMatchObject({ why: 'not_allowed' })
    expect(await withdrawCover(nova.oncall, { coverId })).toMatchObject({ ok: true })
    expect(await takeCover(nova.lead, { coverId })).toMatchObject({ why: 'cover_withdrawn' })
    expect((await mails('oncall.cover_withdrawn')).map(({ recipientId }) => recipientId)).toEqual([
      nova.lead.membershipId,
    ])
  })

  test('is refused outside one’s own shifts, for the past, twice, and of somebody who is not here', async () => {
    const of = async (who: typeof nova.agent, stretch = evening, askedId: string | null = null) => {
      const outcome = await askForCover(who, { scheduleId: nova.scheduleId, ...stretch, askedId, note: '' })
      return outcome.ok ? 'ok' : outcome.why
    }
    expect(await of(nova.oncall2)).toBe('not_your_shift')
    expect(await of(nova.oncall, { from: at('2026-03-02T10:00:00Z'), to: at('2026-03-02T12:00:00Z') })).toBe(
      'in_the_past',
    )
    expect(await of(nova.oncall, { from: evening.to, to: evening.from })).toBe('override_inverted')
    expect(await of(nova.oncall, evening, nova.partners[0].owner.membershipId)).toBe('person_unknown')
    expect(await of(nova.oncall)).toBe('ok')
    expect(await of(nova.oncall)).toBe('cover_asked_already')
    const other = await freshMarketplace(database.owner)
    expect(
      await askForCover(other.oncall, { scheduleId: nova.scheduleId, ...evening, askedId: null, note: '' }),
    ).toEqual({
      ok: false,
      why: 'not_found',
    })
  })

  test('too late to take once its time is over; half over it covers the rest', async () => {
    const coverId = await asked()
    await database.shiftClock(offsetTo(at('2026-03-05T19:00:00Z')))
    expect(await takeCover(nova.oncall2, { coverId })).toMatchObject({ ok: true })
    expect(await primaryAt(at('2026-03-05T18:59:00Z'))).toBe(nova.oncall.membershipId)
    expect(await primaryAt(at('2026-03-05T19:01:00Z'))).toBe(nova.oncall2.membershipId)
    await database.shiftClock(offsetTo(at('2026-03-03T10:00:00Z')))
    const late = await freshMarketplace(database.owner)
    const again = await askForCover(late.oncall, { scheduleId: late.scheduleId, ...evening, askedId: null, note: '' })
    if (!again.ok) throw new Error(again.why)
    await database.shiftClock(offsetTo(evening.to))
    expect(await takeCover(late.oncall2, again.value)).toMatchObject({ why: 'in_the_past' })
  })

  test('the form offers one’s own shifts to come and whom one may ask', async () => {
    const form = await coverForm(nova.oncall, { scheduleId: nova.scheduleId })
    expect(form?.shifts[0]).toEqual({ from: expect.any(Date), to: at('2026-03-09T08:00:00Z') })
    expect(form?.colleagues.map(({ name }) => name)).not.toContain('Marta Oncall')
  })

  test('its mail is not sent once somebody has taken it, and says who asks and when', async () => {
    const coverId = await asked(null, 'Concert')
    const [row] = await mails('oncall.cover_asked')
    const kind = kindOf('oncall.cover_asked')
    if (!row || !kind) throw new Error('no mail')
    const claimed = { ...row, payload: row.payload as Record<string, unknown>, attempt: 1, leaseUntil: new Date() }
    // biome-ignore lint/suspicious/noExplicitAny: a row as the worker claims it
    const say = () => asStaff(nova.agent, (tx, now) => kind.compose(tx, now, claimed as any)) as Promise<any>
    const message = await say()
    expect(message.subject).toContain('Marta Oncall')
    expect(message.text).toContain('Concert')
    // biome-ignore lint/suspicious/noExplicitAny: a row as the worker claims it
    const guard = () => asStaff(nova.agent, (tx, now) => kind.guard(tx, now, claimed as any))
    expect(await guard()).toBeNull()
    await takeCover(nova.oncall2, { coverId })
    expect(await guard()).toBe('somebody has taken it')
  })
})

describe('the look at coming shifts', () => {
  const look = () => warnOfShifts(nova.marketplaceId, nova.scheduleId)
  const nextLook = async () =>
    (await database.owner.schedule.findFirstOrThrow({ where: { id: nova.scheduleId } })).nextLookAt

  test('warns once of a shift whose person nothing verified reaches, and the leads; it looks again in an hour', async () => {
    await database.owner.contactMethod.deleteMany({ where: { membershipId: nova.oncall2.membershipId } })
    await look()
    expect(await mails('oncall.unreachable')).toEqual([])
    await database.shiftClock(offsetTo(at('2026-03-08T10:00:00Z')))
    await look()
    const told = (await mails('oncall.unreachable')).map(({ recipientId }) => recipientId)
    expect(new Set(told)).toEqual(new Set([nova.oncall2.membershipId, nova.lead.membershipId]))
    await database.shiftClock(offsetTo(at('2026-03-08T12:00:00Z')))
    await look()
    await database.shiftClock(offsetTo(at('2026-03-10T12:00:00Z')))
    await look()
    expect(await mails('oncall.unreachable')).toHaveLength(2)
    expect(Math.round(((await nextLook())?.getTime() ?? 0) / HOUR)).toBe(at('2026-03-10T13:00:00Z').getTime() / HOUR)
  })

  test('says nothing of who can be reached', async () => {
    await addMailMethod(database.owner, nova.admin)
    await database.shiftClock(offsetTo(at('2026-03-08T10:00:00Z')))
    await look()
    expect(await mails('oncall.unreachable')).toEqual([])
  })

  test('tells the leads of a gap that somebody tore, once', async () => {
    await addOverride(nova.lead, {
      scheduleId: nova.scheduleId,
      add: null,
      remove: nova.oncall.membershipId,
      from: '2026-03-04T09:00',
      to: '2026-03-04T12:00',
    })
    await look()
    await look()
    const told = await mails('oncall.gap')
    expect(told.map(({ recipientId }) => recipientId)).toEqual([nova.lead.membershipId])
    expect(told[0]?.payload).toMatchObject({ from: '2026-03-04T08:00:00.000Z', to: '2026-03-04T11:00:00.000Z' })
  })

  test('an edit brings the look forward', async () => {
    await look()
    await addOverride(nova.lead, {
      scheduleId: nova.scheduleId,
      add: nova.lead.membershipId,
      remove: null,
      from: '',
      to: '2026-03-04T12:00',
    })
    expect(((await nextLook())?.getTime() ?? 0) <= at('2026-03-03T10:01:00Z').getTime()).toBe(true)
  })
})
