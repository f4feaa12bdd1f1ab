import { beforeEach, describe, expect, test } from 'vitest'
import { usesOfSchedule } from '@/lib/escalation'
import {
  addOverride,
  archiveSchedule,
  chooseDefaultSchedule,
  createSchedule,
  deleteOverride,
  editLayer,
  endLayer,
  hoursInput,
  previewSchedule,
  renameSchedule,
  scheduleEditPage,
  schedulePage,
  setDutyHours,
  whoIsOnCall,
} from '@/lib/oncall'
import { asStaff } from '@/lib/tenancy'
import { freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

/* The world's schedule: a week each from Monday 09:00 in Rome, Marta and Nico in turn. Marta has the week of 2 March. */

const database = useDatabase()
let nova: MarketplaceWorld
let rotationId: string
const now = '2026-03-03T10:00:00Z'
const at = (text: string) => new Date(text)

beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(at(now)))
  rotationId = (await database.owner.rotation.findFirstOrThrow({ where: { scheduleId: nova.scheduleId } })).id
})

const who = (instant: string) => asStaff(nova.agent, (tx) => whoIsOnCall(tx, nova.scheduleId, at(instant)))
const primaryAt = async (instant: string) => (await who(instant)).primary
const pageOf = async () => {
  const page = await scheduleEditPage(nova.lead, { scheduleId: nova.scheduleId }, async () => [])
  if (!page) throw new Error('no page')
  return page
}
const layer = async (participants: string[], from = '') => ({
  scheduleId: nova.scheduleId,
  stamp: (await pageOf()).stamp,
  rotationId: rotationId as string | null,
  name: 'Weekly',
  kind: 'weekly' as const,
  length: 1,
  anchor: '2026-03-02T09:00',
  participants,
  from,
})

describe('editing a layer', () => {
  test('other people from now on: the past stays, the row before is still there (invariant 21)', async () => {
    const before = [await primaryAt('2026-03-01T10:00:00Z'), await primaryAt('2026-03-03T09:59:00Z')]
    expect(await editLayer(nova.oncall2, await layer([nova.lead.membershipId]))).toMatchObject({ ok: true })
    expect([await primaryAt('2026-03-01T10:00:00Z'), await primaryAt('2026-03-03T09:59:00Z')]).toEqual(before)
    expect(await primaryAt('2026-03-03T10:01:00Z')).toBe(nova.lead.membershipId)
    expect(await database.owner.rotationVersion.count({ where: { rotationId } })).toBe(2)
    const audit = await database.owner.auditEvent.findFirstOrThrow({ where: { subjectId: nova.scheduleId } })
    expect(audit).toMatchObject({ act: 'schedule.layer_edited', actorId: nova.oncall2.membershipId })
  })

  test('planned for later, then planned anew for the same moment: the first plan is gone, the database lets go of no other', async () => {
    const monday = '2026-03-09T09:00'
    expect(await editLayer(nova.lead, await layer([nova.lead.membershipId], monday))).toMatchObject({ ok: true })
    expect(await editLayer(nova.lead, await layer([nova.agent.membershipId], monday))).toMatchObject({ ok: true })
    expect(await primaryAt('2026-03-09T07:59:00Z')).toBe(nova.oncall.membershipId)
    expect(await primaryAt('2026-03-09T08:00:00Z')).toBe(nova.agent.membershipId)
    const gone = await asStaff(nova.lead, (tx) => tx.rotationVersion.deleteMany({ where: { rotationId } }))
    expect(gone.count).toBe(1)
    expect(await database.owner.rotationVersion.count({ where: { rotationId } })).toBe(1)
  })

  test('somebody else was quicker: refused, and nothing is mixed', async () => {
    const mine = await layer([nova.lead.membershipId])
    expect(await editLayer(nova.admin, await layer([nova.agent.membershipId]))).toMatchObject({ ok: true })
    expect(await editLayer(nova.lead, mine)).toEqual({ ok: false, why: 'changed_meanwhile' })
    expect(await previewSchedule(nova.lead, { kind: 'layer', input: mine })).toMatchObject({ why: 'changed_meanwhile' })
    expect(await primaryAt('2026-03-04T10:00:00Z')).toBe(nova.agent.membershipId)
  })

  test('of ten who save at once on the same page one does', async () => {
    const mine = await layer([nova.lead.membershipId])
    const answers = await Promise.all(Array.from({ length: 10 }, () => editLayer(nova.lead, mine)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.why)))).toEqual(
      new Set(['ok', 'changed_meanwhile']),
    )
  })

  test('a new layer stands behind, ends, and is kept for the past that it tells', async () => {
    expect(await editLayer(nova.lead, { ...(await layer([nova.lead.membershipId])), rotationId: null })).toMatchObject({
      ok: true,
    })
    expect((await who('2026-03-04T10:00:00Z')).others).toEqual([nova.lead.membershipId])
    const added = (await pageOf()).layers[1]
    const end = { scheduleId: nova.scheduleId, rotationId: added?.rotationId ?? '', from: '2026-03-05T09:00' }
    expect(await endLayer(nova.lead, { ...end, stamp: (await pageOf()).stamp })).toMatchObject({ ok: true })
    expect((await who('2026-03-05T07:59:00Z')).others).toEqual([nova.lead.membershipId])
    expect((await who('2026-03-05T08:00:00Z')).others).toEqual([])
    expect((await pageOf()).layers[1]).toMatchObject({ current: { kind: 'weekly' }, planned: [{ participants: [] }] })
  })

  test('people of a company, or who have left, are not put on call; agents do not edit; the past is refused', async () => {
    const [casa] = nova.partners
    const refusalFor = async (people: string[], actor = nova.lead, from = '') => {
      const outcome = await editLayer(actor, await layer(people, from))
      return outcome.ok ? 'ok' : outcome.why
    }
    expect(await refusalFor([casa.technical.membershipId])).toBe('person_unknown')
    expect(await refusalFor([nova.lead.membershipId], nova.agent)).toBe('not_allowed')
    expect(await refusalFor([nova.lead.membershipId], nova.lead, '2026-03-02T09:00')).toBe('in_the_past')
    const other = await freshMarketplace(database.owner)
    expect(await editLayer(other.lead, await layer([other.lead.membershipId]))).toMatchObject({ why: 'not_found' })
    expect(await database.owner.rotationVersion.count({ where: { rotationId } })).toBe(1)
  })
})

describe('weekday hours', () => {
  const office = (stamp: string, days1: string[], from = '') =>
    hoursInput.parse({
      scheduleId: nova.scheduleId,
      stamp,
      rotationId,
      from,
      days1,
      begin1: '09:00',
      end1: '18:00',
    })

  test('hold from an instant on, and end again without a trace in the past (invariant 21)', async () => {
    const workdays = ['1', '2', '3', '4', '5']
    expect(await setDutyHours(nova.lead, office((await pageOf()).stamp, workdays))).toMatchObject({ ok: true })
    expect(await primaryAt('2026-03-03T03:00:00Z')).not.toBeNull()
    expect(await primaryAt('2026-03-04T03:00:00Z')).toBeNull()
    expect(await primaryAt('2026-03-04T10:00:00Z')).not.toBeNull()
    await database.shiftClock(offsetTo(at('2026-03-05T10:00:00Z')))
    expect(await setDutyHours(nova.lead, office((await pageOf()).stamp, []))).toMatchObject({ ok: true })
    expect(await primaryAt('2026-03-04T03:00:00Z')).toBeNull()
    expect(await primaryAt('2026-03-06T03:00:00Z')).not.toBeNull()
    expect((await pageOf()).layers[0]?.hours).toEqual([])
  })
})

describe('the effect before saving', () => {
  test('tells old and new people, the gaps it tears and whom no page would reach, and saves nothing', async () => {
    const asked = await layer([nova.admin.membershipId])
    const preview = await previewSchedule(nova.lead, { kind: 'layer', input: asked })
    if (!preview.ok) throw new Error(preview.why)
    expect(preview.value.changes[0]).toMatchObject({
      to: at('2026-03-09T08:00:00Z'),
      before: { primary: { name: 'Marta Oncall' } },
      after: { primary: { name: 'Ava Admin' } },
    })
    expect(preview.value.unreachable).toEqual([{ membershipId: nova.admin.membershipId, name: 'Ava Admin' }])
    expect([preview.value.torn, preview.value.filled, preview.value.gaps]).toEqual([[], [], []])
    expect(await primaryAt('2026-03-04T10:00:00Z')).toBe(nova.oncall.membershipId)
    const input = { scheduleId: nova.scheduleId, add: null, remove: nova.oncall.membershipId }
    const stretch = { from: '2026-03-04T12:00', to: '2026-03-04T15:00' }
    const torn = await previewSchedule(nova.lead, { kind: 'override', input: { ...input, ...stretch } })
    expect(torn).toMatchObject({
      value: { torn: [{ from: at('2026-03-04T11:00:00Z'), to: at('2026-03-04T14:00:00Z') }], changes: [{}] },
    })
  })

  test('is what the save then does', async () => {
    const asked = await layer([nova.lead.membershipId, nova.agent.membershipId], '2026-03-04T09:00')
    const preview = await previewSchedule(nova.oncall2, { kind: 'layer', input: asked })
    if (!preview.ok) throw new Error(preview.why)
    expect(await editLayer(nova.oncall2, asked)).toMatchObject({ ok: true })
    expect(preview.value.changes.length).toBeGreaterThan(5)
    for (const { from, after } of preview.value.changes)
      expect(await primaryAt(from.toISOString())).toBe(after.primary?.membershipId ?? null)
  })
})

describe('overrides', () => {
  test('one under way ends now and keeps its past; one to come goes; both are in the log', async () => {
    const stretch = { scheduleId: nova.scheduleId, add: nova.lead.membershipId, remove: nova.oncall.membershipId }
    await addOverride(nova.lead, { ...stretch, from: '', to: '2026-03-04T12:00' })
    await addOverride(nova.lead, { ...stretch, from: '2026-03-06T12:00', to: '2026-03-06T15:00' })
    await database.shiftClock(offsetTo(at('2026-03-03T12:00:00Z')))
    const [running, coming] = (await pageOf()).overrides
    const off = (one: { id: string } | undefined) =>
      deleteOverride(nova.oncall2, { scheduleId: nova.scheduleId, overrideId: one?.id ?? '' })
    expect(await off(running)).toMatchObject({ ok: true })
    expect(await off(coming)).toMatchObject({ ok: true })
    expect(await primaryAt('2026-03-03T11:00:00Z')).toBe(nova.lead.membershipId)
    expect(await primaryAt('2026-03-03T12:01:00Z')).toBe(nova.oncall.membershipId)
    expect(await primaryAt('2026-03-06T12:00:00Z')).toBe(nova.oncall.membershipId)
    expect(await off(running)).toMatchObject({ ok: false })
  })
})

describe('schedules', () => {
  test('are made, named, made the default and put away; the default one stays', async () => {
    const made = await createSchedule(nova.lead, { name: 'Payments', timeZone: 'America/Sao_Paulo' })
    if (!made.ok) throw new Error(made.why)
    const { scheduleId } = made.value
    expect(await createSchedule(nova.lead, { name: 'X', timeZone: 'Mars/Base' })).toMatchObject({ why: 'unknown_zone' })
    expect(await renameSchedule(nova.lead, { scheduleId, name: 'Payments on call' })).toMatchObject({ ok: true })
    const old = { scheduleId: nova.scheduleId }
    expect(await archiveSchedule(nova.lead, old, usesOfSchedule)).toMatchObject({ why: 'default_stays' })
    expect(await chooseDefaultSchedule(nova.lead, { scheduleId })).toMatchObject({ ok: true })
    expect((await schedulePage(nova.agent, {}))?.name).toBe('Payments on call')
    expect((await schedulePage(nova.agent, { scheduleId: nova.scheduleId }))?.schedules).toHaveLength(2)
    // A policy still names it: who stands in it would be called by a schedule that nobody sees.
    const [policy] = await database.owner.policy.findMany({
      where: { marketplaceId: nova.marketplaceId, isDefault: true },
    })
    const used = { why: 'schedule_in_use', details: { uses: expect.stringContaining(policy?.name ?? '') } }
    expect(await archiveSchedule(nova.lead, old, usesOfSchedule)).toMatchObject(used)
    expect((await scheduleEditPage(nova.lead, old, usesOfSchedule))?.usedBy).toContain(policy?.name)
    expect(await archiveSchedule(nova.lead, old, async () => [])).toMatchObject({ ok: true })
    expect((await schedulePage(nova.agent, { scheduleId: nova.scheduleId }))?.scheduleId).toBe(scheduleId)
    expect(await editLayer(nova.lead, { ...(await layerOf(nova.scheduleId)), rotationId })).toMatchObject({
      why: 'schedule_archived',
    })
    const rows = await database.owner.schedule.findMany({ where: { marketplaceId: nova.marketplaceId } })
    expect(rows.filter(({ isDefault }) => isDefault)).toHaveLength(1)
    // Who is put away is looked at no more, who lives is.
    for (const row of rows) expect(row.nextLookAt === null).toBe(row.archivedAt !== null)
  })

  async function layerOf(scheduleId: string) {
    const turns = { name: 'A', kind: 'daily' as const, length: 1, anchor: '2026-03-02T09:00', from: '' }
    return { scheduleId, stamp: '', ...turns, participants: [nova.lead.membershipId] }
  }
})
