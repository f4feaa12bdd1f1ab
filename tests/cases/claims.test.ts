import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { asStaff, asWorker } from '@/lib/tenancy'
import {
  answerTicket,
  cancelTicket,
  claimOf,
  closeTicket,
  countOpenOnTopic,
  openTicket,
  openTicketInput,
  recordTicketEvent,
  stampClaim,
  ticketForPartner,
  ticketForStaff,
} from '@/lib/tickets'
import { opened, requestForm } from '@/tests/builders/tickets'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
})

const urgent = (condition: string, more: Record<string, unknown> = {}) => ({ claim: { condition }, ...more })
const claimsOf = (ticketId: string) => database.owner.claim.findMany({ where: { ticketId } })
const consider = (claimId: string) =>
  asWorker(world.nova.marketplaceId, (tx, now) => stampClaim(tx, claimId, { consideredAt: now }))

describe('an urgent claim (000-04, 000-05)', () => {
  test('belongs to urgent topics and is required there; only the three conditions exist', async () => {
    const { nova } = world
    const [casa] = nova.partners
    expect(await openTicket(casa.owner, requestForm(nova.urgentTopicId))).toEqual({ ok: false, why: 'claim_required' })
    expect(await openTicket(casa.owner, requestForm(nova.topicId, urgent('orders_blocked')))).toEqual({
      ok: false,
      why: 'claim_not_here',
    })
    const form = { ...requestForm(nova.urgentTopicId), claim: { condition: 'boring' } }
    expect(openTicketInput.safeParse(form).success).toBe(false)
  })

  test('is recorded with its severity and waits to be considered', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const made = new Map<string, string>()
    for (const condition of ['integration_down', 'publishing_blocked', 'orders_blocked']) {
      const { ticketId } = await opened(casa.owner, nova.urgentTopicId, urgent(condition))
      const [claim] = await claimsOf(ticketId)
      made.set(condition, `${claim?.severity} ${claim?.state} ${claim?.consideredAt}`)
    }
    expect(Object.fromEntries(made)).toEqual({
      integration_down: 'P1 claimed null',
      publishing_blocked: 'P1 claimed null',
      orders_blocked: 'P0 claimed null',
    })
    const waiting = await database.owner.claim.findMany({
      where: { marketplaceId: nova.marketplaceId, consideredAt: null },
    })
    expect(waiting).toHaveLength(3)
    const { rows } = await casaList()
    expect(rows.every((row) => row.claim === 'claimed')).toBe(true)
    for (const { id } of waiting) await consider(id)
  })

  test('claimed again while open: the text joins the same request, and the engine hears of it', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const before = await database.owner.ticket.count()
    const first = await opened(casa.owner, nova.urgentTopicId, urgent('orders_blocked', { subject: 'Still down' }))
    expect(first.appended).toBe(true)
    const form = requestForm(nova.urgentTopicId, urgent('orders_blocked'))
    const again = await openTicket(casa.member, form)
    expect(again).toMatchObject({ value: { appended: true, repeated: false, number: first.number } })
    expect(await openTicket(casa.member, form)).toMatchObject({ value: { appended: true, repeated: true } })
    expect(await database.owner.ticket.count()).toBe(before)
    const [claim] = await claimsOf(first.ticketId)
    expect(claim).toMatchObject({ repeats: 2, consideredAt: null })
    const page = await ticketForPartner(casa.owner, first.number, 'en')
    expect(page?.thread.map((message) => message.body.split('\n')[0])).toEqual([
      'Since this morning no product is updated.',
      'Still down',
      'The feed has stopped',
    ])
    expect(page?.claim).toMatchObject({ condition: 'orders_blocked', severity: 'P0', repeats: 2 })
    expect(page?.claim?.line.map((step) => step.kind)).toEqual(['claim_made', 'claim_repeated', 'claim_repeated'])
    expect(page?.claim?.line.at(-1)?.data.repeats).toBe(2)
    // Another company's claim of the same condition is its own.
    const other = await opened(nova.partners[1].owner, nova.urgentTopicId, urgent('orders_blocked'))
    expect(other.appended).toBe(false)
  })

  test('twenty people of one company at once: one claim, one request, nineteen repeats', async () => {
    const { orbit } = world
    const [casa] = orbit.partners
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        openTicket(
          [casa.owner, casa.member, casa.technical][index % 3] ?? casa.owner,
          requestForm(orbit.urgentTopicId, urgent('integration_down', { body: `Voice ${index}` })),
        ),
      ),
    )
    const numbers = outcomes.map((outcome) => (outcome.ok ? outcome.value.number : outcome.why))
    expect(new Set(numbers).size).toBe(1)
    const claims = await database.owner.claim.findMany({ where: { marketplaceId: orbit.marketplaceId } })
    expect(claims.map((claim) => claim.repeats)).toEqual([19])
    expect(await database.owner.ticket.count({ where: { marketplaceId: orbit.marketplaceId } })).toBe(1)
    const ticketId = claims[0]?.ticketId ?? ''
    expect(await database.owner.ticketMessage.count({ where: { ticketId } })).toBe(20)
  })

  test('ends when its request is completed, is considered once more, and makes room for a new one', async () => {
    const { nova } = world
    const [, severny] = nova.partners
    const { ticketId } = await opened(severny.owner, nova.urgentTopicId, urgent('integration_down'))
    const [claim] = await claimsOf(ticketId)
    const claimId = claim?.id ?? ''
    await consider(claimId)
    await closeTicket(nova.agent, { ticketId, version: 1, reason: 'Solved by phone' })
    expect((await claimsOf(ticketId))[0]).toMatchObject({ state: 'ended', consideredAt: null })
    // A decision that was on its way does not bring it back.
    await asStaff(nova.lead, (tx, now) =>
      stampClaim(tx, claimId, { state: 'confirmed', decidedAt: now, consideredAt: now }),
    )
    const ended = await asStaff(nova.lead, (tx) => claimOf(tx, claimId))
    expect(ended).toMatchObject({ state: 'ended', decidedAt: null })
    expect(ended?.consideredAt).toBeInstanceOf(Date)
    const anew = await opened(severny.owner, nova.urgentTopicId, urgent('integration_down'))
    expect(anew.appended).toBe(false)
    await cancelTicket(severny.owner, { ticketId: anew.ticketId })
    expect((await claimsOf(anew.ticketId))[0]?.state).toBe('ended')
  })

  test('the partner follows each step and reads a decline with its reason; staff lines stay away', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId, number } = await opened(casa.owner, nova.urgentTopicId, urgent('publishing_blocked'))
    const [claim] = await claimsOf(ticketId)
    const claimId = claim?.id ?? ''
    const nextWorkingAt = new Date('2026-11-23T08:00:00Z')
    const place = { marketplaceId: nova.marketplaceId, ticketId, partnerId: casa.partnerId, authorId: null }
    await asWorker(nova.marketplaceId, (tx, at) =>
      recordTicketEvent(tx, { ...place, at, kind: 'assessment_asked', audience: 'partner' }),
    )
    const reason = 'Only three listings are affected.'
    await asStaff(nova.lead, async (tx, at) => {
      const decided = { decidedById: nova.lead.membershipId, decidedAt: at, declineReason: reason, nextWorkingAt }
      await stampClaim(tx, claimId, { state: 'declined', ...decided })
      const data = { reason, nextWorkingAt: nextWorkingAt.toISOString() }
      const by = { ...place, authorId: nova.lead.membershipId, at }
      await recordTicketEvent(tx, { ...by, kind: 'claim_declined', audience: 'partner', data })
      await recordTicketEvent(tx, { ...by, kind: 'oncall_unanswered', audience: 'staff' })
    })
    const page = await ticketForPartner(casa.owner, number, 'en')
    expect(page?.claim).toMatchObject({ state: 'declined', declineReason: reason, nextWorkingAt })
    expect(page?.claim?.decidedBy).toMatchObject({ name: 'Leo Lead', side: 'staff' })
    const kinds = page?.claim?.line.map((step) => step.kind)
    expect(kinds?.slice(-2)).toEqual(['assessment_asked', 'claim_declined'])
    const ours = await ticketForStaff(nova.agent, number, 'en')
    expect(ours?.claim?.line.at(-1)?.kind).toBe('oncall_unanswered')
    // Declined, the request is an ordinary one that can be answered; and the condition may be claimed once more.
    const text = { ticketId, version: ours?.version ?? 0, body: 'Done', attachmentIds: [] }
    expect(await answerTicket(nova.agent, text)).toMatchObject({ ok: true })
    const appeal = await opened(casa.owner, nova.urgentTopicId, urgent('publishing_blocked'))
    expect(appeal.appended).toBe(false)
  })

  test('evidence counts open requests of other companies on the topic, since a moment (000-06)', async () => {
    const { nova } = world
    const [casa, severny] = nova.partners
    await database.shiftClock(10 * 86_400_000)
    const { now, count } = await asWorker(nova.marketplaceId, async (tx, at) => {
      const which = { marketplaceId: nova.marketplaceId, topicId: nova.topicId, exceptPartnerId: casa.partnerId }
      return { now: at, count: await countOpenOnTopic(tx, { ...which, since: at }) }
    })
    expect(count).toEqual({ tickets: 0, partners: 0 })
    await opened(severny.owner, nova.topicId)
    await opened(severny.member, nova.topicId)
    const closed = await opened(severny.member, nova.topicId)
    await cancelTicket(severny.member, { ticketId: closed.ticketId })
    await opened(casa.member, nova.topicId)
    const which = { marketplaceId: nova.marketplaceId, topicId: nova.topicId, exceptPartnerId: casa.partnerId }
    const after = await asWorker(nova.marketplaceId, (tx) => countOpenOnTopic(tx, { ...which, since: now }))
    expect(after).toEqual({ tickets: 2, partners: 1 })
    await database.shiftClock(0)
  })

  test('a claim of another marketplace is not to be seen or stamped', async () => {
    const { nova, orbit } = world
    const { ticketId } = await opened(nova.partners[1].technical, nova.urgentTopicId, urgent('publishing_blocked'))
    const [claim] = await claimsOf(ticketId)
    const claimId = claim?.id ?? randomUUID()
    expect(await asWorker(orbit.marketplaceId, (tx) => claimOf(tx, claimId))).toBeNull()
    await expect(
      asWorker(orbit.marketplaceId, (tx) => stampClaim(tx, claimId, { state: 'confirmed' })),
    ).rejects.toThrow()
  })
})

async function casaList() {
  const { listTickets } = await import('@/lib/tickets')
  return listTickets(world.nova.partners[0].owner, { tab: 'with_us', locale: 'en' })
}
