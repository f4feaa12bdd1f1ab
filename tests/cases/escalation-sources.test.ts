import { beforeEach, describe, expect, test } from 'vitest'
import {
  acknowledge,
  breachKey,
  callPartner,
  closeRunOf,
  escalationPage,
  hastenRuns,
  lookAgainAtHeld,
  noteEscalation,
  onCallQueue,
  openAlertRun,
  openBreachRun,
  pageOnCall,
  resolveEscalation,
  runTimers,
  whoWouldBeCalled,
} from '@/lib/escalation'
import { HOUR, MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { asStaff, asWorker } from '@/lib/tenancy'
import { closeInput, closeTicket } from '@/lib/tickets'
import { opened } from '@/tests/builders/tickets'
import {
  AT_NIGHT,
  AT_WORK,
  escalated,
  foldFaults,
  freshMarketplace,
  kindsOf,
  offsetTo,
  onCallNow,
  runRow,
} from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld

beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(AT_NIGHT))
})

const pagesOf = (subjectId: string) =>
  database.owner.delivery.findMany({ where: { subjectId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })

async function idOf(outcome: Promise<{ ok: true; value: { escalationId: string } } | { ok: false; why: string }>) {
  const answer = await outcome
  if (!answer.ok) throw new Error(answer.why)
  return answer.value.escalationId
}

function alert(severity: 'P0' | 'P1' | 'P2' = 'P1') {
  const dedupKey = 'alert:key:disk'
  const about = { marketplaceId: nova.marketplaceId, source: 'alert' as const, sourceId: newId(), dedupKey }
  return asWorker(nova.marketplaceId, (tx, now) =>
    openAlertRun(tx, now, { ...about, title: 'Disk is full', detail: 'db-2 at 98 %', severity, policyId: null }),
  )
}

describe('an alert', () => {
  test('pages who is on call without a ticket; reported again it joins its run, and more severe it is raised', async () => {
    const id = await alert()
    expect(await runRow(database.owner, id)).toMatchObject({ source: 'alert', state: 'PAGING', title: 'Disk is full' })
    expect((await pagesOf(id)).map(({ recipientId }) => recipientId)).toEqual([(await onCallNow(nova)).membershipId])
    expect(await alert('P0')).toBe(id)
    expect(await kindsOf(database.owner, id)).toEqual(['opened', 'step_entered', 'repeated', 'severity_raised'])
    expect(await runRow(database.owner, id)).toMatchObject({ severity: 'P0' })
    const { items } = await onCallQueue(nova.oncall)
    expect(items).toMatchObject([{ id, number: null, subject: 'Disk is full', partnerName: null, source: 'alert' }])
    const page = await escalationPage(nova.oncall, id)
    expect(page).toMatchObject({ ticket: null, partner: null, title: 'Disk is full', detail: 'db-2 at 98 %' })
  })

  test('reports at the same moment open one run (invariant 2); what is over is resolved by nobody', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => alert()))
    expect(new Set(ids).size).toBe(1)
    const close = () => asWorker(nova.marketplaceId, (tx, now) => closeRunOf(tx, now, 'alert:key:disk'))
    expect([await close(), await close()]).toEqual([true, false])
    expect(await runRow(database.owner, ids[0] as string)).toMatchObject({ state: 'RESOLVED', nextAt: null })
    expect(await alert()).not.toBe(ids[0])
    expect(await foldFaults(database.owner)).toEqual([])
  })

  test('is taken without confirming anything, and told of in its own story', async () => {
    const escalationId = await alert()
    expect(await acknowledge(nova.oncall, { escalationId })).toMatchObject({ ok: true, value: { state: 'ACKED' } })
    expect(await noteEscalation(nova.oncall, { escalationId, body: 'Old logs are deleted.' })).toMatchObject({
      ok: true,
    })
    expect(await kindsOf(database.owner, escalationId)).toEqual(['opened', 'step_entered', 'acked', 'noted'])
    const page = await escalationPage(nova.oncall, escalationId)
    expect(page?.timeline.at(-1)).toMatchObject({ kind: 'note', note: 'Old logs are deleted.' })
  })
})

describe('by hand and by a broken promise', () => {
  test('an agent pages the engineer on call from a ticket; again it joins (A8)', async () => {
    const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
    const asked = { ticketId, severity: 'P2' as const, reason: 'The whole feed is wrong.' }
    const escalationId = await idOf(pageOnCall(nova.agent, asked))
    expect(await runRow(database.owner, escalationId)).toMatchObject({
      source: 'hand',
      direction: 'IN',
      state: 'PAGING',
      detail: 'The whole feed is wrong.',
      partnerId: nova.partners[0].partnerId,
    })
    await acknowledge(nova.oncall, { escalationId })
    const again = { ...asked, severity: 'P1' as const, reason: 'A second partner says so.' }
    for (const who of [nova.lead, nova.agent])
      expect(await pageOnCall(who, again)).toMatchObject({ ok: true, value: { escalationId, joined: true } })
    expect(await runRow(database.owner, escalationId)).toMatchObject({ severity: 'P1', state: 'ACKED' })
    const story = (await escalationPage(nova.lead, escalationId))?.timeline
    expect(story?.filter(({ kind }) => kind === 'note')[0]?.note).toBe('A second partner says so.')
    const told = (await pagesOf(escalationId)).filter(({ kind }) => kind === 'escalation.repeat')
    expect(told.map(({ recipientId }) => recipientId)).toEqual([nova.oncall.membershipId])
  })

  test('paging from a ticket whose claim is assessed confirms the claim', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    const { ticketId, escalationId, claimId } = await escalated(database.owner, nova.partners[0].owner, nova)
    const paged = await pageOnCall(nova.agent, { ticketId, severity: 'P1', reason: 'Clearly down.' })
    expect(paged).toMatchObject({ ok: true, value: { escalationId, joined: true, state: 'PAGING' } })
    expect(await database.owner.claim.findFirstOrThrow({ where: { id: claimId } })).toMatchObject({
      state: 'confirmed',
      decidedById: nova.agent.membershipId,
    })
    const story = (await escalationPage(nova.lead, escalationId))?.timeline
    expect(story?.find(({ kind }) => kind === 'note')?.note).toBe('Clearly down.')
  })

  test('who pages about a request of a broken promise has a run that does not end when the promise is met', async () => {
    const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
    const breach = { marketplaceId: nova.marketplaceId, ticketId, kind: 'first_answer', dueAt: AT_NIGHT }
    await asWorker(nova.marketplaceId, (tx, now) => openBreachRun(tx, now, breach))
    const escalationId = await idOf(pageOnCall(nova.agent, { ticketId, severity: 'P0', reason: 'It burns.' }))
    await asWorker(nova.marketplaceId, (tx, now) => closeRunOf(tx, now, breachKey(breach)))
    expect(await runRow(database.owner, escalationId)).toMatchObject({
      source: 'hand',
      severity: 'P0',
      state: 'PAGING',
    })
  })

  test('a promise that was not kept pages at P2, and falls silent when it is met', async () => {
    const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
    const breach = { marketplaceId: nova.marketplaceId, ticketId, kind: 'first_answer', dueAt: AT_NIGHT }
    const work = () => asWorker(nova.marketplaceId, (tx, now) => openBreachRun(tx, now, breach))
    const id = await work()
    expect(await work()).toBe(id)
    expect(await runRow(database.owner, id)).toMatchObject({ source: 'breach', severity: 'P2', state: 'PAGING' })
    const page = await escalationPage(nova.lead, id)
    expect(page?.evidence.breach).toEqual({ kind: 'first_answer', dueAt: AT_NIGHT })
    expect(await asWorker(nova.marketplaceId, (tx, now) => closeRunOf(tx, now, breachKey(breach)))).toBe(true)
  })

  test('a ticket that is completed resolves its runs, also one that somebody has taken', async () => {
    const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
    const escalationId = await idOf(pageOnCall(nova.agent, { ticketId, severity: 'P1', reason: 'All feeds stand.' }))
    await acknowledge(nova.oncall, { escalationId })
    const { version } = await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
    await closeTicket(nova.agent, closeInput.parse({ ticketId, version, reason: 'Done.' }))
    expect(await dueTimers()).toContain(escalationId)
    await runTimers(nova.marketplaceId, [escalationId])
    expect(await runRow(database.owner, escalationId)).toMatchObject({ state: 'RESOLVED' })
    expect(await dueTimers()).not.toContain(escalationId)
  })

  test('an owner who has left keeps no run: everybody is paged again at once', async () => {
    const escalationId = await alert()
    await acknowledge(nova.oncall, { escalationId })
    expect(await dueTimers()).not.toContain(escalationId)
    expect(await runTimers(nova.marketplaceId, [escalationId])).toBe(0)
    const disabled = { where: { id: nova.oncall.membershipId }, data: { disabledAt: AT_NIGHT } }
    await database.owner.membership.updateMany(disabled)
    expect(await dueTimers()).toContain(escalationId)
    await runTimers(nova.marketplaceId, [escalationId])
    expect(await runRow(database.owner, escalationId)).toMatchObject({ state: 'PAGING', epoch: 2, ackedById: null })
    const story = (await escalationPage(nova.lead, escalationId))?.timeline
    expect(story?.find(({ kind }) => kind === 'unacked')?.by).toBeNull()
    expect(await foldFaults(database.owner)).toEqual([])
  })
})

/** What the worker's door names as timers. */
async function dueTimers(): Promise<string[]> {
  const rows = await database.owner.$queryRaw<{ kind: string; id: string }[]>`
    select kind, id from due_work(app_now(), 100, '{}'::uuid[]) where kind = 'timer'`
  return rows.map(({ id }) => id)
}

describe('a partner is called (000-13, 000-15, 000-16)', () => {
  const call = (over: object = {}) =>
    callPartner(nova.agent, {
      partnerId: nova.partners[0].partnerId,
      severity: 'P0',
      title: 'Inventory feed is stale',
      detail: 'No file since 01:00.',
      ...over,
    })

  test('its contacts are told at once with an hour to answer; called again for the same it joins', async () => {
    const casa = nova.partners[0]
    await contact(casa.technical.membershipId, casa.partnerId)
    const id = await idOf(call())
    const row = await runRow(database.owner, id)
    expect(row).toMatchObject({ direction: 'OUT', state: 'PAGING', step: 1, partnerId: casa.partnerId, ticketId: null })
    expect((row.deadlineAt as Date).getTime() - row.openedAt.getTime()).toBe(HOUR)
    const [page, ...more] = await pagesOf(id)
    expect(page).toMatchObject({ recipientId: casa.technical.membershipId, channel: 'mail', kind: 'escalation.page' })
    expect(more).toEqual([])
    expect(await call({ title: 'Inventory feed is STALE!' })).toMatchObject({
      ok: true,
      value: { escalationId: id, joined: true },
    })
  })

  test('reminded twice; after the deadline its consultant and the leads hear of it, and nobody before', async () => {
    const casa = nova.partners[0]
    await contact(casa.technical.membershipId, casa.partnerId)
    const consultantId = nova.agent.membershipId
    await database.owner.partner.updateMany({ where: { id: casa.partnerId }, data: { consultantId } })
    const id = await idOf(call())
    for (const minute of [16, 32, 63]) {
      await database.shiftClock(offsetTo(AT_NIGHT) + minute * 60_000)
      await runTimers(nova.marketplaceId, [id])
    }
    const told = (await pagesOf(id)).map(({ step, recipientId }) => [step, recipientId])
    const technical = casa.technical.membershipId
    expect(told.slice(0, 3)).toEqual([1, 2, 3].map((step) => [step, technical]))
    expect(new Set(told.slice(3).map(([, who]) => who))).toEqual(new Set([consultantId, nova.lead.membershipId]))
  })

  test('its own people take it, write and end it; another company’s and a stranger in it do not', async () => {
    const [casa, other] = nova.partners
    await contact(casa.technical.membershipId, casa.partnerId)
    const escalationId = await idOf(call())
    expect(await acknowledge(other.owner, { escalationId })).toMatchObject({ ok: false, why: 'not_found' })
    for (const stranger of [casa.member, nova.lead])
      expect(await acknowledge(stranger, { escalationId })).toMatchObject({ ok: false, why: 'not_allowed' })
    expect(await acknowledge(casa.technical, { escalationId })).toMatchObject({ ok: true, value: { state: 'ACKED' } })
    expect((await runRow(database.owner, escalationId)).nextAt).not.toBeNull()
    expect(await noteEscalation(casa.technical, { escalationId, body: 'The export restarts.' })).toMatchObject({
      ok: true,
    })
    const page = await escalationPage(nova.agent, escalationId)
    expect(page).toMatchObject({ direction: 'OUT', owner: { membershipId: casa.technical.membershipId } })
    expect(page?.timeline.map(({ kind }) => kind)).toEqual(['opened', 'step_entered', 'acked', 'note'])
    expect(page?.allowed).toMatchObject({ resolve: true, confirm: false, decline: false, note: true })
    expect(await resolveEscalation(casa.owner, { escalationId })).toMatchObject({
      ok: true,
      value: { state: 'RESOLVED' },
    })
    expect(await foldFaults(database.owner)).toEqual([])
  })

  test('who took it and writes nothing is reminded after as long as she had to answer', async () => {
    const casa = nova.partners[0]
    const escalationId = await idOf(call())
    await acknowledge(casa.owner, { escalationId })
    await database.shiftClock(offsetTo(AT_NIGHT) + 40 * 60_000)
    await noteEscalation(casa.owner, { escalationId, body: 'Still at it.' })
    await database.shiftClock(offsetTo(AT_NIGHT) + 61 * 60_000)
    await runTimers(nova.marketplaceId, [escalationId])
    expect(await runRow(database.owner, escalationId)).toMatchObject({ state: 'ACKED' })
    await database.shiftClock(offsetTo(AT_NIGHT) + 101 * 60_000)
    await runTimers(nova.marketplaceId, [escalationId])
    expect(await runRow(database.owner, escalationId)).toMatchObject({ state: 'PAGING', epoch: 2, step: 1 })
  })

  test('in maintenance nobody is told, and one event says so (000-08, invariant 18)', async () => {
    const { partnerId, owner } = nova.partners[0]
    const from = new Date(AT_NIGHT.getTime() - HOUR)
    const pause = { fromAt: from, untilAt: new Date(AT_NIGHT.getTime() + HOUR), createdAt: from }
    await database.owner.integrationPause.create({
      data: {
        ...pause,
        marketplaceId: nova.marketplaceId,
        id: newId(),
        partnerId,
        reason: 'New release',
        createdById: owner.membershipId,
      },
    })
    const answer = await call()
    expect(answer).toMatchObject({ ok: true, value: { state: 'RESOLVED' } })
    const id = await idOf(Promise.resolve(answer))
    expect(await kindsOf(database.owner, id)).toEqual(['maintenance'])
    expect(await pagesOf(id)).toEqual([])
  })

  test('a completed ticket ends no call, and a call is for a ticket of that company only', async () => {
    const [casa, other] = nova.partners
    const { ticketId } = await opened(casa.owner, nova.topicId)
    expect(await call({ partnerId: other.partnerId, ticketId })).toMatchObject({ ok: false, why: 'not_found' })
    const escalationId = await idOf(call({ ticketId }))
    const { version } = await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
    await closeTicket(nova.agent, closeInput.parse({ ticketId, version, reason: 'Done.' }))
    await database.shiftClock(offsetTo(AT_NIGHT) + 16 * 60_000)
    await runTimers(nova.marketplaceId, [escalationId])
    expect(await runRow(database.owner, escalationId)).toMatchObject({ state: 'PAGING', step: 2 })
  })

  async function contact(membershipId: string, partnerId: string) {
    const { marketplaceId } = nova
    const row = { marketplaceId, membershipId, partnerId, position: 0, createdAt: AT_NIGHT }
    await database.owner.partnerContact.create({ data: row })
  }
})

describe('another system, hours and the dry run', () => {
  async function policy(version: object) {
    const { marketplaceId } = nova
    const policyId = newId()
    await database.owner.policy.create({ data: { marketplaceId, id: policyId, name: 'Ours' } })
    await database.owner.policyVersion.create({
      data: { marketplaceId, id: newId(), policyId, version: 1, createdAt: AT_NIGHT, steps: [], ...version },
    })
    return policyId
  }

  async function endpoint(disabledAt: Date | null = null) {
    const id = newId()
    const { marketplaceId, admin } = nova
    const about = { name: 'Pager', url: `https://pager.example/${id}`, createdAt: AT_NIGHT, disabledAt }
    await database.owner.webhookEndpoint.create({
      data: { ...about, marketplaceId, id, createdById: admin.membershipId },
    })
    return id
  }

  const found = (policyId: string, severity: 'P0' | 'P2' = 'P2') =>
    asStaff(nova.admin, (tx, now) =>
      openAlertRun(tx, now, {
        marketplaceId: nova.marketplaceId,
        source: 'heartbeat',
        sourceId: newId(),
        dedupKey: `heartbeat:${newId()}`,
        title: 'The nightly export was not seen',
        detail: 'Expected at 02:00.',
        severity,
        policyId,
      }),
    )

  test('a webhook gets its own copy; one that was switched off is passed over', async () => {
    const [on, off] = [await endpoint(), await endpoint(AT_NIGHT)]
    const targets = [on, off].map((endpointId) => ({ kind: 'webhook', endpointId }))
    const id = await found(await policy({ steps: [{ delaySeconds: 300, targets }] }))
    const pages = await pagesOf(id)
    expect(pages).toMatchObject([{ recipientId: null, channel: 'webhook', payload: { endpointId: on, ruleIndex: 0 } }])
    const page = await escalationPage(nova.admin, id)
    expect(page?.timeline.at(-1)?.deliveries).toMatchObject([{ recipient: null, endpoint: 'Pager' }])
  })

  test('a catch-all that names only who has left tells the leads and whoever is on call: never silent', async () => {
    const { marketplaceId, agent } = nova
    const catchAll = [{ kind: 'user', membershipId: agent.membershipId }]
    const policyId = await policy({ catchAll })
    await database.owner.membership.updateMany({
      where: { marketplaceId, id: agent.membershipId },
      data: { disabledAt: AT_NIGHT },
    })
    const id = await found(policyId)
    expect(await runRow(database.owner, id)).toMatchObject({ state: 'UNANSWERED' })
    const told = (await pagesOf(id)).map(({ recipientId }) => recipientId)
    expect(told).toContain(nova.lead.membershipId)
    expect(told).toContain((await onCallNow(nova)).membershipId)
  })

  test('hours hold back what can wait, and nothing else; the page says until when', async () => {
    const window = { timeZone: 'Europe/Rome', spans: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }] }
    const steps = [{ delaySeconds: 300, targets: [{ kind: 'leads' }] }]
    const policyId = await policy({ steps, paging: { window, hold: ['P2'] } })
    const id = await found(policyId)
    expect(await kindsOf(database.owner, id)).toEqual(['opened', 'held'])
    const opens = new Date('2026-03-03T08:00:00Z')
    expect(await runRow(database.owner, id)).toMatchObject({ state: 'PAGING', step: 0, nextAt: opens })
    expect((await escalationPage(nova.lead, id))?.next).toMatchObject({ at: opens, move: 'hold_ends' })
    expect(await kindsOf(database.owner, await found(policyId, 'P0'))).toEqual(['opened', 'step_entered'])
    await database.shiftClock(offsetTo(opens) + 1_000)
    await runTimers(nova.marketplaceId, [id])
    expect((await pagesOf(id)).map(({ recipientId }) => recipientId)).toEqual([nova.lead.membershipId])
    expect(await foldFaults(database.owner)).toEqual([])
  })

  test('held until somebody is on: the schedule’s next shift, whenever it is', async () => {
    const { marketplaceId, scheduleId } = nova
    await database.owner.scheduleRule.create({
      data: { marketplaceId, id: newId(), scheduleId, weekdays: [4], from: '08:00', to: '12:00' },
    })
    const steps = [{ delaySeconds: 300, targets: [{ kind: 'schedule', scheduleId }] }]
    const id = await found(await policy({ steps, paging: { hold: ['P2'], holdUntilSomeoneIsOn: true } }))
    expect(await runRow(database.owner, id)).toMatchObject({ nextAt: new Date('2026-03-05T07:00:00Z'), step: 0 })
    // The same shift a day earlier, then one that is now: it is looked at again, each once.
    const look = () => lookAgainAtHeld(marketplaceId)
    const rule = (weekday: number, from: string) =>
      database.owner.scheduleRule.updateMany({ where: { scheduleId }, data: { weekdays: [weekday], from } })
    expect(await look()).toBe(0)
    await rule(3, '08:00')
    expect(await look()).toBe(1)
    expect(await runRow(database.owner, id)).toMatchObject({ nextAt: new Date('2026-03-04T07:00:00Z'), step: 0 })
    await rule(2, '00:00')
    expect(await look()).toBe(1)
    expect(await runRow(database.owner, id)).toMatchObject({ state: 'PAGING', step: 1 })
    expect(await look()).toBe(0)
    expect(await foldFaults(database.owner)).toEqual([])
  })

  test('the clock is set back: the next step is due by the time that is now (invariant 15)', async () => {
    const { marketplaceId } = nova
    const id = await alert()
    expect(await hastenRuns(marketplaceId)).toBe(0)
    await database.shiftClock(offsetTo(AT_NIGHT) - 2 * HOUR)
    expect(await hastenRuns(marketplaceId)).toBe(1)
    const due = (await runRow(database.owner, id)).nextAt?.getTime() ?? 0
    expect(due - (AT_NIGHT.getTime() - 2 * HOUR)).toBeLessThan(6 * MINUTE)
    expect(await hastenRuns(marketplaceId)).toBe(0)
    expect(await kindsOf(database.owner, id)).toEqual(['opened', 'step_entered', 'clock_set_back'])
    expect(await foldFaults(database.owner)).toEqual([])
  })

  test('who would be called now: steps, people, channels and times; nothing is written', async () => {
    const dry = await whoWouldBeCalled(nova.agent, { severity: 'P1' })
    const primary = await onCallNow(nova)
    expect(dry?.held).toBeNull()
    expect(dry?.steps.map(({ step, at }) => [step, at && (at.getTime() - (dry?.now.getTime() ?? 0)) / 1000])).toEqual([
      [1, 0],
      [2, 300],
    ])
    expect(dry?.steps[0]?.receivers).toMatchObject([
      { person: { membershipId: primary.membershipId }, endpoint: null, channels: [{ channel: 'mail', at: dry?.now }] },
    ])
    expect(dry?.catchAll.at?.getTime()).toBe((dry?.now.getTime() ?? 0) + 1_200_000)
    expect(await database.owner.escalation.count({ where: { marketplaceId: nova.marketplaceId } })).toBe(0)
    const { partnerId, owner } = nova.partners[0]
    const out = await whoWouldBeCalled(nova.agent, { direction: 'OUT', severity: 'P1', partnerId })
    expect(out?.steps[0]?.receivers.map(({ person }) => person?.membershipId)).toEqual([owner.membershipId])
    expect(await whoWouldBeCalled(nova.agent, { policyId: newId(), severity: 'P1' })).toBeNull()
  })
})
