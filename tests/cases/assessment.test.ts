import { beforeEach, describe, expect, test } from 'vitest'
import type { PartnerActor } from '@/lib/authz'
import {
  appealClaim,
  askPartnerOfClaim,
  callPartner,
  confirmClaim,
  considerClaim,
  declineClaim,
  escalationPage,
} from '@/lib/escalation'
import { falseUrgentRate } from '@/lib/escalation/false-urgent'
import { newId } from '@/lib/foundation/ids'
import { startPause } from '@/lib/integration'
import { setMembersSeeAll } from '@/lib/partners'
import { type Condition, cancelTicket, ticketForPartner } from '@/lib/tickets'
import { AT_WORK, claimed, escalated, freshMarketplace, kindsOf, offsetTo, runRow } from '@/tests/builders/urgent'
import type { MarketplaceWorld, PartnerWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
let casa: PartnerWorld

beforeEach(async () => {
  await itIs(AT_WORK)
  nova = await freshMarketplace(database.owner)
  casa = nova.partners[0]
})

const itIs = (instant: Date) => database.shiftClock(offsetTo(instant))
const open = (condition: Condition = 'orders_blocked', actor: PartnerActor = casa.member) =>
  escalated(database.owner, actor, nova, condition)
const claimRow = (claimId: string) => database.owner.claim.findFirstOrThrow({ where: { id: claimId } })
const runsOf = (claimId: string) =>
  database.owner.escalation.findMany({ where: { claimId }, orderBy: { openedAt: 'asc' } })
const asked = async (escalationId: string) =>
  (await database.owner.delivery.findMany({ where: { subjectId: escalationId, kind: 'escalation.assess' } }))
    .map(({ recipientId }) => recipientId)
    .sort()

async function declined(actor: PartnerActor = casa.member) {
  const made = await open('orders_blocked', actor)
  const outcome = await declineClaim(nova.agent, {
    escalationId: made.escalationId,
    reason: 'Only one product is affected.',
  })
  if (!outcome.ok) throw new Error(outcome.why)
  return made
}

const appeal = (ticketId: string, actor: PartnerActor = casa.member) =>
  appealClaim(actor, { ticketId, text: 'It is the whole shop: see the log.' })

describe('000-06 evidence for the assessment', () => {
  test('000-06 maintenance, other runs, recent deliveries and earlier claims, as they were when it opened', async () => {
    await callPartner(nova.agent, {
      partnerId: casa.partnerId,
      severity: 'P1',
      title: 'Feed is old',
      detail: 'Since noon.',
    })
    await startPause(casa.owner, { from: null, until: new Date(AT_WORK.getTime() + 3_600_000), reason: 'New server' })
    const at = new Date(AT_WORK.getTime() - 3_600_000)
    const ledger = {
      marketplaceId: nova.marketplaceId,
      recipientId: casa.member.membershipId,
      channel: 'mail',
      address: 'a@b.example',
      locale: 'en',
      createdAt: at,
      settledAt: at,
      nextAttemptAt: null,
    }
    const sent = (kind: string, subjectKind: string, status: string) => ({
      ...ledger,
      id: newId(),
      kind,
      subjectKind,
      subjectId: newId(),
      status,
    })
    await database.owner.delivery.createMany({
      data: [
        sent('ticket.answered', 'ticket', 'SENT'),
        sent('escalation.page', 'escalation', 'SENT'),
        sent('ticket.asked', 'ticket', 'DEAD'),
      ],
    })
    const { escalationId } = await open()
    const page = await escalationPage(nova.agent, escalationId)
    expect(page?.evidence).toMatchObject({
      staffed: true,
      lifecycle: 'live',
      pause: { reason: 'New server' },
      openRuns: { calls: 1, others: 0 },
      ledger: { pages: 1, mails: 1, failed: 1, hours: 24 },
      falseUrgent: { declined: 0, decided: 0, days: 90, rate: null },
      appeal: null,
    })
  })

  test('000-06 false-urgent rate: declined of decided, with how many there were; few tell nothing', async () => {
    const conditions: Condition[] = ['orders_blocked', 'integration_down', 'publishing_blocked']
    for (const [place, condition] of conditions.entries()) {
      const { escalationId, ticketId } = await open(condition)
      await (place === 0
        ? confirmClaim(nova.agent, { escalationId })
        : declineClaim(nova.agent, { escalationId, reason: 'Not urgent.' }))
      await cancelTicket(casa.member, { ticketId })
      const { claimId } = await runRow(database.owner, escalationId)
      await considerClaim(nova.marketplaceId, claimId ?? '')
    }
    const { escalationId } = await open('integration_down')
    const page = await escalationPage(nova.agent, escalationId)
    expect(page?.evidence.falseUrgent).toEqual({ declined: 2, decided: 3, days: 90, rate: 2 / 3 })
    expect([falseUrgentRate({ declined: 2, decided: 2 }), falseUrgentRate({ declined: 0, decided: 4 })]).toEqual([
      null,
      0,
    ])
    // Another company's record is its own.
    const other = await open('orders_blocked', nova.partners[1].member)
    const theirs = await escalationPage(nova.agent, other.escalationId)
    expect(theirs?.evidence.falseUrgent).toMatchObject({ declined: 0, decided: 0 })
  })
})

describe('000-06 asking before deciding', () => {
  test('000-06 the question stands on the request, the run says so and its time runs on', async () => {
    const { escalationId, ticketId, number } = await open()
    const before = await runRow(database.owner, escalationId)
    const question = 'Which orders fail, and since when?'
    expect(await askPartnerOfClaim(nova.agent, { escalationId, question })).toEqual({ ok: true, value: { ticketId } })
    const after = await runRow(database.owner, escalationId)
    expect([after.state, after.nextAt]).toEqual(['ASSESSING', before.nextAt])
    expect(await kindsOf(database.owner, escalationId)).toContain('noted')
    const ticket = await ticketForPartner(casa.member, number, 'en')
    expect(ticket).toMatchObject({ state: 'awaiting_partner', claim: { state: 'claimed' } })
    expect(ticket?.thread.at(-1)).toMatchObject({ kind: 'ask', body: question })
  })

  test('000-06 once it is decided nothing is asked any more', async () => {
    const { escalationId } = await declined()
    const late = await askPartnerOfClaim(nova.agent, { escalationId, question: 'Really?' })
    expect(late).toMatchObject({ why: 'not_assessing' })
    expect(await askPartnerOfClaim(nova.agent, { escalationId: newId(), question: 'Hm?' })).toMatchObject({
      why: 'not_found',
    })
  })
})

describe('000-06 one appeal', () => {
  test('000-06 a new run asks the leads, with the partner’s words and who declined and why', async () => {
    const { ticketId, claimId, number } = await declined()
    expect(await appeal(ticketId)).toEqual({ ok: true, value: { claimId } })
    await considerClaim(nova.marketplaceId, claimId)
    const [first, second] = await runsOf(claimId)
    expect([first?.state, second?.state]).toEqual(['DECLINED', 'ASSESSING'])
    expect(await asked(second?.id ?? '')).toEqual([nova.lead.membershipId])
    const page = await escalationPage(nova.lead, second?.id ?? '')
    expect(page?.evidence.appeal).toMatchObject({
      text: 'It is the whole shop: see the log.',
      by: { membershipId: casa.member.membershipId },
      declinedBy: { name: 'Ada Agent' },
      reason: 'Only one product is affected.',
    })
    const ticket = await ticketForPartner(casa.member, number, 'en')
    expect(ticket?.claim).toMatchObject({ state: 'claimed', appealText: 'It is the whole shop: see the log.' })
    expect(ticket?.claim?.line.map(({ kind }) => kind)).toEqual([
      'claim_made',
      'assessment_asked',
      'claim_declined',
      'claim_appealed',
      'assessment_asked',
    ])
  })

  test('000-06 declined again it stands: there is no second appeal, and the partner is told again', async () => {
    const { ticketId, claimId } = await declined()
    await appeal(ticketId)
    await considerClaim(nova.marketplaceId, claimId)
    const again = (await runsOf(claimId)).at(-1)?.id ?? ''
    expect(await declineClaim(nova.lead, { escalationId: again, reason: 'The log shows one product.' })).toMatchObject({
      ok: true,
    })
    expect(await claimRow(claimId)).toMatchObject({ state: 'declined', declineReason: 'The log shows one product.' })
    expect(await appeal(ticketId)).toMatchObject({ why: 'already_appealed' })
    const told = await database.owner.delivery.count({
      where: { kind: 'claim.decided', subjectId: ticketId, recipientId: casa.member.membershipId },
    })
    expect(told).toBe(2)
    // Who decided and why stays, both times.
    expect(await kindsOf(database.owner, again)).toContain('declined')
  })

  test('000-06 confirmed on appeal it is urgent', async () => {
    const { ticketId, claimId } = await declined()
    await appeal(ticketId)
    await considerClaim(nova.marketplaceId, claimId)
    const again = (await runsOf(claimId)).at(-1)?.id ?? ''
    expect(await confirmClaim(nova.lead, { escalationId: again })).toMatchObject({ value: { state: 'PAGING' } })
    expect(await claimRow(claimId)).toMatchObject({ state: 'confirmed' })
  })

  test('000-06 ten appeals at once are one, and one run', async () => {
    const { ticketId, claimId } = await declined()
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => appeal(ticketId)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    await Promise.all(Array.from({ length: 4 }, () => considerClaim(nova.marketplaceId, claimId)))
    expect(await runsOf(claimId)).toHaveLength(2)
  })

  test('000-06 what was not declined, is another’s or is completed cannot be objected to', async () => {
    const { ticketId, claimId } = await claimed(database.owner, casa.member, nova)
    expect(await appeal(ticketId)).toMatchObject({ why: 'not_declined' })
    expect(await appeal(ticketId, nova.partners[1].owner)).toMatchObject({ why: 'not_found' })
    await considerClaim(nova.marketplaceId, claimId)
    const [run] = await runsOf(claimId)
    await declineClaim(nova.agent, { escalationId: run?.id ?? '', reason: 'Not urgent.' })
    await setMembersSeeAll(casa.owner, { membersSeeAll: false })
    const colleague = { ...casa.owner, role: 'member' as const }
    expect(await appeal(ticketId, colleague)).toMatchObject({ why: 'not_found' })
    // The same condition claimed anew meanwhile is the one that counts.
    const next = await claimed(database.owner, casa.member, nova)
    expect(next.ticketId).not.toBe(ticketId)
    expect(await appeal(ticketId)).toMatchObject({ why: 'claim_open' })
    await cancelTicket(casa.member, { ticketId })
    expect(await appeal(ticketId)).toMatchObject({ why: 'already_completed' })
  })

  test('000-06, 000-07 at night an appeal pages as every claim does', async () => {
    const { ticketId, claimId } = await declined()
    await itIs(new Date(AT_WORK.getTime() + 16 * 3_600_000))
    await appeal(ticketId)
    await considerClaim(nova.marketplaceId, claimId)
    expect((await runsOf(claimId)).at(-1)?.state).toBe('PAGING')
  })
})
