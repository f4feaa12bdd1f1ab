import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HOUR } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import {
  assignTicket,
  closeTicket,
  findingsInput,
  recordFindings,
  setPriority,
  setTeam,
  setTopic,
  ticketForPartner,
  ticketForStaff,
} from '@/lib/tickets'
import { opened } from '@/tests/builders/tickets'
import { AT_WORK, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
let orbit: MarketplaceWorld
let ticketId = ''
let number = ''
let teamId = ''
let topicId = ''

beforeAll(async () => {
  nova = await freshMarketplace(database.owner)
  orbit = await freshMarketplace(database.owner)
  const { marketplaceId, calendarId } = nova
  teamId = newId()
  topicId = newId()
  const { categoryId } = await database.owner.topic.findFirstOrThrow({ where: { id: nova.topicId } })
  await database.owner.team.create({ data: { marketplaceId, id: teamId, key: 'payments', name: 'Payments' } })
  await database.owner.topic.create({ data: { marketplaceId, id: topicId, categoryId, teamId, key: 'payouts' } })
  const own = { marketplaceId, id: newId(), topicId, calendarId, firstAnswerMinutes: 60 }
  await database.owner.slaPolicy.create({ data: own })
})

beforeEach(async () => {
  await database.shiftClock(offsetTo(AT_WORK))
  ;({ ticketId, number } = await opened(nova.partners[0].owner, nova.topicId))
})

const ticket = () => database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
const history = async (actor: 'ours' | 'theirs') => {
  const page = actor === 'ours' ? await ticketForStaff(nova.agent, number, 'en') : await partnerPage()
  return page?.history.map(({ kind }) => kind)
}
const partnerPage = () => ticketForPartner(nova.partners[0].owner, number, 'en')
const audit = () => database.owner.auditEvent.findMany({ where: { subjectId: ticketId }, orderBy: { at: 'asc' } })

describe('sorting a request', () => {
  test('another topic brings its team and its promise; the partner reads that it was moved', async () => {
    const { dueAt, partnerNewsAt: news } = await ticket()
    const before = dueAt as Date
    const moved = await setTopic(nova.agent, { ticketId, topicId })
    expect(moved).toEqual({ ok: true, value: { ticketId, number, version: 2 } })
    const after = await ticket()
    expect(after).toMatchObject({ topicId, teamId, version: 2, consideredAt: null })
    expect(before.getTime() - (after.dueAt?.getTime() ?? 0)).toBe(22 * HOUR) // Wednesday 10:00, and now Tuesday 12:00
    expect(await history('theirs')).toEqual(['opened', 'topic_changed'])
    expect(await history('ours')).toEqual(['opened', 'team_changed', 'topic_changed'])
    expect(await audit()).toMatchObject([
      { act: 'ticket.topic_changed', actorId: nova.agent.membershipId, before: { topicId: nova.topicId } },
    ])
    expect(after.partnerNewsAt, 'no news to read').toEqual(news)
    // And back: the first promise again (invariant 28).
    await setTopic(nova.agent, { ticketId, topicId: nova.topicId })
    expect((await ticket()).dueAt).toEqual(before)
  })

  test('priority and team, each with its line, which the partner does not read', async () => {
    expect(await setPriority(nova.agent, { ticketId, priority: 'urgent' })).toMatchObject({ value: { version: 2 } })
    expect(await setPriority(nova.agent, { ticketId, priority: 'urgent' })).toMatchObject({ value: { version: 2 } })
    expect(await setTeam(nova.lead, { ticketId, teamId })).toMatchObject({ value: { version: 3 } })
    expect(await setTeam(nova.lead, { ticketId, teamId })).toMatchObject({ value: { version: 3 } })
    expect(await ticket()).toMatchObject({ priority: 'urgent', priorityBy: 'agent', teamId, state: 'created' })
    expect(await history('theirs')).toEqual(['opened'])
    const ours = (await ticketForStaff(nova.agent, number, 'en'))?.history ?? []
    expect(ours.slice(1)).toMatchObject([
      { kind: 'priority_changed', author: { name: 'Ada Agent' }, data: { from: 'normal', to: 'urgent' } },
      { kind: 'team_changed', author: { name: 'Leo Lead' }, data: { to: teamId, personName: 'Payments' } },
    ])
    expect((await audit()).map(({ act, after }) => [act, after])).toEqual([
      ['ticket.priority_changed', { priority: 'urgent', priorityBy: 'agent' }],
      ['ticket.team_changed', { teamId }],
    ])
  })

  test('reproduced, and worked around on the partner’s behalf (002-12)', async () => {
    const form = (more: object) => findingsInput.parse({ ticketId, reproduced: null, ...more })
    const workaround = 'Updated the listing by hand.\r\nUntil Thursday.  '
    const found = form({ reproduced: true, workaround })
    expect(await recordFindings(nova.agent, found)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await recordFindings(nova.agent, found), 'the same again').toMatchObject({ value: { version: 2 } })
    expect(await ticketForStaff(nova.lead, number, 'en')).toMatchObject({
      reproduced: true,
      workaround: 'Updated the listing by hand.\nUntil Thursday.',
    })
    expect(JSON.stringify(await partnerPage())).not.toContain('listing by hand')
    await recordFindings(nova.agent, form({ reproduced: false }))
    expect(await ticket()).toMatchObject({ reproduced: false, workaround: null })
    expect(await history('ours')).toEqual(['opened', 'findings_changed', 'findings_changed'])
    expect((await audit())[1]).toMatchObject({
      before: { reproduced: true, workaround: 'Updated the listing by hand.\nUntil Thursday.' },
      after: { reproduced: false, workaround: null },
    })
    expect(findingsInput.safeParse({ ticketId, reproduced: true, workaround: 'x'.repeat(2001) }).success).toBe(false)
  })

  test('what is not there, not here, or over is refused', async () => {
    for (const foreign of [orbit.topicId, newId()])
      expect(await setTopic(nova.agent, { ticketId, topicId: foreign })).toEqual({ ok: false, why: 'topic_unknown' })
    for (const foreign of [orbit.teamId, newId()])
      expect(await setTeam(nova.agent, { ticketId, teamId: foreign })).toEqual({ ok: false, why: 'team_unknown' })
    await database.owner.topic.updateMany({ where: { id: topicId }, data: { archivedAt: AT_WORK } })
    expect(await setTopic(nova.agent, { ticketId, topicId })).toEqual({ ok: false, why: 'topic_unknown' })
    await database.owner.topic.updateMany({ where: { id: topicId }, data: { archivedAt: null } })
    expect(await setPriority(orbit.agent, { ticketId, priority: 'low' })).toEqual({ ok: false, why: 'not_found' })
    expect(await ticket()).toMatchObject({ version: 1 })
    await closeTicket(nova.agent, { ticketId, version: 1, reason: '' })
    const over = { ok: false, why: 'already_completed' }
    expect(await setTopic(nova.agent, { ticketId, topicId })).toEqual(over)
    expect(await setPriority(nova.agent, { ticketId, priority: 'low' })).toEqual(over)
    expect(await setTeam(nova.agent, { ticketId, teamId })).toEqual(over)
    expect(await recordFindings(nova.agent, findingsInput.parse({ ticketId, reproduced: true }))).toEqual(over)
  })

  test('who is given a request is told; who takes it herself is not', async () => {
    const told = () => database.owner.notice.count({ where: { ticketId, kind: 'agent.assigned' } })
    await assignTicket(nova.agent, { ticketId, assigneeId: nova.agent.membershipId })
    expect(await told()).toBe(0)
    await assignTicket(nova.lead, { ticketId, assigneeId: nova.oncall.membershipId })
    await assignTicket(nova.lead, { ticketId, assigneeId: nova.agent.membershipId })
    await assignTicket(nova.lead, { ticketId, assigneeId: nova.oncall.membershipId })
    expect(await told(), 'each time').toBe(3)
  })
})
