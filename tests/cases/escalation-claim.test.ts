import { beforeEach, describe, expect, test, vi } from 'vitest'
import { acknowledge, confirmClaim, considerClaim, declineClaim, resolveEscalation, runTimers } from '@/lib/escalation'
import { log } from '@/lib/foundation/log'
import { cancelTicket, closeInput, closeTicket, ticketForPartner } from '@/lib/tickets'
import {
  AT_NIGHT,
  AT_WORK,
  claimed,
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

// A world a test, so that no claim of one stands in the way of another.
beforeEach(async () => {
  await database.shiftClock(0)
  nova = await freshMarketplace(database.owner)
})

const deliveries = (subjectId: string, kind: string) =>
  database.owner.delivery.findMany({ where: { subjectId, kind }, orderBy: { createdAt: 'asc' } })

describe('a claim is considered (000-06)', () => {
  test('at work: the topic’s team and the person on call are asked at once, and the clock starts', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    const { escalationId } = await escalated(database.owner, nova.partners[0].owner, nova)
    const row = await runRow(database.owner, escalationId)
    expect(row.state).toBe('ASSESSING')
    expect(row.severity).toBe('P0')
    expect((row.nextAt as Date).getTime() - row.openedAt.getTime()).toBe(900_000)
    const asked = await deliveries(escalationId, 'escalation.assess')
    expect(new Set(asked.map(({ recipientId }) => recipientId))).toEqual(
      new Set([nova.agent.membershipId, (await onCallNow(nova)).membershipId]),
    )
    expect(asked.every(({ priority, status }) => priority === 0 && status === 'PENDING')).toBe(true)
  })

  test('at night: the person on call is paged without being asked first', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    const { escalationId } = await escalated(database.owner, nova.partners[0].owner, nova)
    expect(await kindsOf(database.owner, escalationId)).toEqual(['opened', 'step_entered'])
    const [page] = await deliveries(escalationId, 'escalation.page')
    expect(page).toMatchObject({
      recipientId: (await onCallNow(nova)).membershipId,
      priority: 0,
      step: 1,
      loop: 1,
      epoch: 1,
    })
  })

  test('hours and schedule that cannot be read: somebody else is paged, nobody waits for a repair', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    const { marketplaceId } = nova
    await database.owner.calendar.updateMany({ where: { marketplaceId }, data: { timeZone: 'Mars/Phobos' } })
    await database.owner.schedule.updateMany({ where: { marketplaceId }, data: { timeZone: 'Mars/Phobos' } })
    const told = vi.spyOn(log, 'error').mockImplementation(() => {})
    const { claimId } = await claimed(database.owner, nova.partners[0].owner, nova)
    await considerClaim(marketplaceId, claimId)
    const { id } = await database.owner.escalation.findFirstOrThrow({ where: { claimId } })
    const pages = await deliveries(id, 'escalation.page')
    expect(pages.length).toBeGreaterThan(0)
    expect((await runRow(database.owner, id)).evidence).toMatchObject({ staffed: false })
    expect(told).toHaveBeenCalled()
    told.mockRestore()
  })

  test('twice, and by two workers at once, it opens one run', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    const { claimId } = await claimed(database.owner, nova.partners[0].owner, nova)
    await Promise.all(Array.from({ length: 6 }, () => considerClaim(nova.marketplaceId, claimId)))
    expect(await database.owner.escalation.count({ where: { claimId } })).toBe(1)
    expect(await foldFaults(database.owner)).toEqual([])
  })

  test('evidence: open requests of the same topic by others, within the window', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    await claimed(database.owner, nova.partners[1].owner, nova)
    const { escalationId } = await escalated(database.owner, nova.partners[0].owner, nova)
    expect((await runRow(database.owner, escalationId)).evidence).toMatchObject({
      staffed: true,
      sameTopic: { tickets: 1, partners: 1, windowMinutes: 30 },
    })
  })

  test('without a decision the assessment ends in a page (invariant 13)', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    const { escalationId } = await escalated(database.owner, nova.partners[0].owner, nova)
    expect(await runTimers(nova.marketplaceId, [escalationId])).toBe(0)
    await database.shiftClock(offsetTo(AT_WORK) + 901_000)
    expect(await runTimers(nova.marketplaceId, [escalationId])).toBe(1)
    expect(await runRow(database.owner, escalationId)).toMatchObject({ state: 'PAGING', step: 1 })
    expect(await deliveries(escalationId, 'escalation.page')).toHaveLength(1)
  })

  test('the partner follows each step on the request, and reads the outcome', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    const casa = nova.partners[0]
    const { escalationId, number, claimId } = await escalated(database.owner, casa.owner, nova)
    expect(await confirmClaim(nova.agent, { escalationId })).toMatchObject({ ok: true, value: { state: 'PAGING' } })
    expect(await acknowledge(nova.oncall, { escalationId })).toMatchObject({ ok: true, value: { state: 'ACKED' } })
    expect(await resolveEscalation(nova.oncall, { escalationId })).toMatchObject({
      ok: true,
      value: { state: 'RESOLVED' },
    })
    const ticket = await ticketForPartner(casa.owner, number, 'es')
    expect(ticket?.claim?.state).toBe('ended')
    expect(ticket?.claim?.line.map(({ kind }) => kind)).toEqual([
      'claim_made',
      'assessment_asked',
      'claim_confirmed',
      'oncall_paged',
      'oncall_acknowledged',
      'escalation_resolved',
    ])
    const [told] = await deliveries(
      (await database.owner.claim.findFirstOrThrow({ where: { id: claimId } })).ticketId,
      'claim.decided',
    )
    expect(told).toMatchObject({ recipientId: casa.owner.membershipId, locale: 'es', partnerId: casa.partnerId })
  })

  test('declined: the reason and the next working time are told, the ticket stays', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    const casa = nova.partners[0]
    const { escalationId, number, claimId, ticketId } = await escalated(database.owner, casa.owner, nova)
    const declined = await declineClaim(nova.agent, { escalationId, reason: 'Only one listing is affected.' })
    expect(declined).toMatchObject({ ok: true, value: { state: 'DECLINED' } })
    expect(await declineClaim(nova.lead, { escalationId, reason: 'Again.' })).toMatchObject({
      ok: true,
      value: { state: 'DECLINED' },
    })
    const claim = await database.owner.claim.findFirstOrThrow({ where: { id: claimId } })
    expect(claim).toMatchObject({
      state: 'declined',
      declineReason: 'Only one listing is affected.',
      decidedById: nova.agent.membershipId,
    })
    expect(claim.nextWorkingAt).toEqual(claim.decidedAt)
    const ticket = await ticketForPartner(casa.owner, number, 'es')
    expect(ticket?.state).toBe('created')
    expect(ticket?.claim).toMatchObject({ state: 'declined', declineReason: 'Only one listing is affected.' })
    expect(await deliveries(ticketId, 'claim.decided')).toHaveLength(1)
    expect(await confirmClaim(nova.lead, { escalationId })).toMatchObject({ ok: false, why: 'closed' })
  })

  test('declined after hours: the next working time is the next opening', async () => {
    // A marketplace that answers at any hour has nobody to tell; here somebody declines just after closing.
    await database.shiftClock(offsetTo(new Date('2026-03-06T16:55:00Z')))
    const { escalationId, claimId } = await escalated(database.owner, nova.partners[0].owner, nova)
    await database.shiftClock(offsetTo(new Date('2026-03-06T17:05:00Z')))
    expect(await declineClaim(nova.agent, { escalationId, reason: 'Not urgent.' })).toMatchObject({ ok: true })
    const claim = await database.owner.claim.findFirstOrThrow({ where: { id: claimId } })
    expect(claim.nextWorkingAt).toEqual(new Date('2026-03-09T08:00:00Z'))
  })

  test('a repeat joins the run and tells its owner once', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    const casa = nova.partners[0]
    const first = await escalated(database.owner, casa.owner, nova)
    await acknowledge(nova.oncall, first)
    for (const _ of [1, 2, 3]) {
      const again = await claimed(database.owner, casa.member, nova)
      expect(again).toMatchObject({ ticketId: first.ticketId, claimId: first.claimId })
      await considerClaim(nova.marketplaceId, first.claimId)
    }
    expect(await database.owner.escalation.count({ where: { claimId: first.claimId } })).toBe(1)
    expect((await kindsOf(database.owner, first.escalationId)).filter((kind) => kind === 'repeated')).toHaveLength(3)
    const told = await deliveries(first.escalationId, 'escalation.repeat')
    expect(told.map(({ recipientId }) => recipientId)).toEqual([nova.oncall.membershipId])
  })

  test('its ticket closed by an agent: the engine reads it at the next look and falls silent', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    const casa = nova.partners[0]
    const { escalationId, ticketId, claimId } = await escalated(database.owner, casa.owner, nova)
    const { version } = await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
    expect(await closeTicket(nova.agent, closeInput.parse({ ticketId, version, reason: 'Done.' }))).toMatchObject({
      ok: true,
    })
    await database.shiftClock(offsetTo(AT_NIGHT) + 400_000)
    await runTimers(nova.marketplaceId, [escalationId])
    expect(await runRow(database.owner, escalationId)).toMatchObject({ state: 'RESOLVED', nextAt: null })
    await considerClaim(nova.marketplaceId, claimId)
    expect((await kindsOf(database.owner, escalationId)).at(-1)).toBe('resolved')
  })

  test('a ticket cancelled while somebody has it: the claim’s end resolves the run, and a new claim opens a new one', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    const casa = nova.partners[0]
    const first = await escalated(database.owner, casa.owner, nova)
    await acknowledge(nova.oncall, first)
    expect(await cancelTicket(casa.owner, { ticketId: first.ticketId })).toMatchObject({ ok: true })
    const second = await escalated(database.owner, casa.owner, nova)
    expect(second.escalationId).not.toBe(first.escalationId)
    expect((await runRow(database.owner, first.escalationId)).state).toBe('RESOLVED')
    await considerClaim(nova.marketplaceId, first.claimId)
    expect((await runRow(database.owner, second.escalationId)).state).toBe('PAGING')
    expect(await foldFaults(database.owner)).toEqual([])
  })
})
