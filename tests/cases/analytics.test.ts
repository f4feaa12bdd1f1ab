import { beforeAll, describe, expect, test } from 'vitest'
import { ticketReport } from '@/lib/analytics'
import { type Report, type ReportAsked, reportAsked } from '@/lib/analytics/schema'
import { whichDays } from '@/lib/analytics/which-days'
import type { StaffActor } from '@/lib/authz'
import { machineNow } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import type { Locale } from '@/lib/i18n/locales'
import { buildWorld, type MarketplaceWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World

/** The present of these tests: a Wednesday noon in Rome. */
const NOW = new Date('2026-06-10T10:00:00Z')

type Written = {
  at: string
  state?: 'created' | 'in_progress' | 'answered' | 'completed'
  locale?: Locale
  topic?: 'ordinary' | 'urgent'
  answerTook?: number
  completionTook?: number
  stars?: number
}

/** Counted by hand below. Rome is two hours ahead of UTC in June. */
const nova: readonly Written[] = [
  { at: '2026-06-01T08:00:00Z', state: 'completed', locale: 'es', answerTook: 10, completionTook: 100, stars: 5 },
  { at: '2026-06-01T21:59:59Z', state: 'completed', locale: 'es', answerTook: 20, completionTook: 300, stars: 4 },
  // Half past midnight in Rome: the second of June, though UTC still says the first.
  { at: '2026-06-01T22:30:00Z', state: 'answered', locale: 'ru', answerTook: 60 },
  { at: '2026-06-03T09:00:00Z', state: 'completed', locale: 'ru', answerTook: 30, completionTook: 200, stars: 1 },
  { at: '2026-06-03T10:00:00Z', state: 'created', locale: 'es', topic: 'urgent' },
  // A year ago: outside of every usual report.
  { at: '2025-06-03T10:00:00Z', state: 'completed', locale: 'es', answerTook: 9000, completionTook: 9000, stars: 1 },
]

beforeAll(async () => {
  world = await buildWorld(database.owner)
  await database.shiftClock(NOW.getTime() - machineNow().getTime())
  for (const [index, one] of nova.entries()) await write(world.nova, one, 5000 + index)
  for (let index = 0; index < 7; index++)
    await write(world.orbit, { at: '2026-06-02T12:00:00Z', locale: 'en', answerTook: 1, stars: 1 }, 6000 + index)
})

async function write(marketplace: MarketplaceWorld, one: Written, number: number) {
  const { marketplaceId, teamId, topicId, urgentTopicId } = marketplace
  const { owner, partnerId } = marketplace.partners[0]
  const id = newId()
  const at = new Date(one.at)
  const completed = one.state === 'completed'
  await database.owner.ticket.create({
    data: {
      marketplaceId,
      id,
      number,
      partnerId,
      teamId,
      topicId: one.topic === 'urgent' ? urgentTopicId : topicId,
      openedById: owner.membershipId,
      subject: 'Counted',
      locale: one.locale ?? 'en',
      state: one.state ?? 'created',
      completedReason: completed ? 'agent' : null,
      completedAt: completed ? at : null,
      firstAnswerTook: one.answerTook ?? null,
      completionTook: one.completionTook ?? null,
      consideredAt: at,
      createdAt: at,
      updatedAt: at,
    },
  })
  if (!one.stars) return
  const ratedById = owner.membershipId
  await database.owner.rating.create({
    data: { marketplaceId, ticketId: id, partnerId, stars: one.stars, ratedById, ratedAt: at },
  })
}

async function report(asked: Partial<ReportAsked> = {}, actor: StaffActor = world.nova.lead): Promise<Report> {
  const outcome = await ticketReport(actor, { ...asked, locale: 'en' })
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value
}

describe('figures over requests (003-10)', () => {
  test('of the last thirty days, where nothing else is asked', async () => {
    const shown = await report()
    expect([shown.from, shown.to, shown.days.length, shown.fault]).toEqual(['2026-05-12', '2026-06-10', 30, null])
    expect(shown.opened).toBe(5)
  })

  test('by day: a day is the marketplace’s, and days without requests are there', async () => {
    const { days } = await report({ from: '2026-06-01', to: '2026-06-04' })
    expect(days).toEqual([
      { day: '2026-06-01', opened: 2 },
      { day: '2026-06-02', opened: 1 },
      { day: '2026-06-03', opened: 2 },
      { day: '2026-06-04', opened: 0 },
    ])
    expect((await report({ from: '2026-06-02', to: '2026-06-02' })).opened).toBe(1)
  })

  test('by topic, status and language', async () => {
    const { topics, states, languages } = await report()
    expect(topics.map(({ name, opened }) => [name, opened])).toEqual([
      ['Feed import', 4],
      ['Urgent technical support', 1],
    ])
    expect(Object.fromEntries(states.map(({ state, opened }) => [state, opened]))).toEqual({
      created: 1,
      in_progress: 0,
      awaiting_partner: 0,
      answered: 1,
      completed: 3,
    })
    expect(Object.fromEntries(languages.map(({ locale, opened }) => [locale, opened]))).toEqual({ es: 3, ru: 2 })
  })

  test('times: the middle and nine of ten, of those that have one', async () => {
    const { firstAnswer, completion, topics } = await report()
    // 10, 20, 30, 60: halfway between the two in the middle; 0.9 of the way is 0.7 between the last two.
    expect(firstAnswer).toEqual({ n: 4, median: 25, p90: expect.closeTo(51, 6) })
    expect(completion).toEqual({ n: 3, median: 200, p90: expect.closeTo(280, 6) })
    expect(topics[1]?.firstAnswer).toEqual({ n: 0, median: null, p90: null })
  })

  test('satisfaction: how many rated, their mean, the share of four and five', async () => {
    const { satisfaction } = await report()
    expect(satisfaction.n).toBe(3)
    expect(satisfaction.stars).toEqual([1, 0, 0, 1, 1])
    expect(satisfaction.mean).toBeCloseTo(10 / 3)
    expect(satisfaction.good).toBeCloseTo(2 / 3)
  })

  test('of one topic, team or language', async () => {
    const { topicId, urgentTopicId, teamId } = world.nova
    expect((await report({ topic: urgentTopicId })).opened).toBe(1)
    expect((await report({ topic: topicId, language: 'ru' })).opened).toBe(2)
    expect((await report({ team: teamId })).opened).toBe(5)
    expect((await report({ team: newId() })).opened).toBe(0)
    const empty = await report({ language: 'pt-BR' })
    expect([empty.opened, empty.firstAnswer.median, empty.satisfaction.mean]).toEqual([0, null, null])
  })

  test('another marketplace’s requests, topics and teams are not there', async () => {
    expect((await report({}, world.orbit.lead)).opened).toBe(7)
    expect((await report({ topic: world.orbit.topicId })).opened).toBe(0)
    const { choices } = await report()
    expect(choices.teams.map(({ id }) => id)).toEqual([world.nova.teamId])
    expect(choices.topics.map(({ id }) => id)).not.toContain(world.orbit.topicId)
  })

  test('everybody at the desk reads; leads and admins may take it along', async () => {
    const { agent, lead, admin, oncall } = world.nova
    const may = await Promise.all(
      [agent, lead, admin, oncall].map(async (actor) => (await report({}, actor)).mayExport),
    )
    expect(may).toEqual([false, true, true, false])
  })
})

describe('which days (003-10)', () => {
  const today = '2026-06-10'
  test.each([
    ['nothing said', {}, '2026-05-12', today, null],
    ['both', { from: '2026-01-01', to: '2026-01-31' }, '2026-01-01', '2026-01-31', null],
    ['one day', { from: today, to: today }, today, today, null],
    ['only the last', { to: '2026-03-01' }, '2026-01-31', '2026-03-01', null],
    ['366 days', { from: '2024-01-01', to: '2024-12-31' }, '2024-01-01', '2024-12-31', null],
    ['a day more', { from: '2023-12-31', to: '2024-12-31' }, '2024-01-01', '2024-12-31', 'too_long'],
    ['the wrong way round', { from: '2026-06-09', to: '2026-06-01' }, '2026-05-03', '2026-06-01', 'inverted'],
    ['no such dates', { from: '2026-02-30', to: 'tomorrow' }, '2026-05-12', today, null],
    ['dates of another age', { from: '0001-01-01', to: '9999-12-31' }, '2026-05-12', today, null],
  ] as const)('%s', (_what, asked, from, to, fault) => {
    expect(whichDays(asked, today)).toMatchObject({ from, to, fault })
  })

  test('an address that means nothing asks for nothing', () => {
    expect(reportAsked.parse({ topic: 'x', team: '', language: 'de', from: ['1', '2'], more: '1' })).toEqual({
      topic: undefined,
      team: undefined,
      language: undefined,
      from: undefined,
      to: undefined,
    })
  })
})
