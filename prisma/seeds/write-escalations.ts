import { addBusiness } from '@/lib/calendar'
import type { Prisma } from '@/lib/db'
import { dedupKeyOf } from '@/lib/escalation/consider-claim'
import { deliveryId } from '@/lib/escalation/delivery-key'
import type { EscalationEvent } from '@/lib/escalation/transition-types'
import { after, SECOND } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { type EventData, type EventKind, severityOf } from '@/lib/tickets/schema'
import type { SeededOnCall } from './oncall'
import { type Played, play } from './play'
import { actorAt, type Run, runStory, urgentTopic } from './run-story'
import type { Story } from './stories'
import { personOf, promiseOf } from './tickets'
import { type Grounds, named, type SeededMarketplace } from './world'

/** A story with its request and its run, not written yet. */
export type Told = { story: Story; played: Played; run: Run; claim: Prisma.ClaimCreateManyInput; escalationId: string }

/** Plays the request of a story, runs the engine through it and puts the engine's steps into the request's history. */
export function tellStory(marketplace: SeededMarketplace, on: SeededOnCall, story: Story, now: Date): Told {
  const claimedAt = story.claimedAt(marketplace, now)
  const company = named(marketplace.companies, story.partner)
  const opener = personOf(company, story.by)
  const topic = urgentTopic(marketplace)
  const { locale, subject, text, files = [], condition } = story
  const promise = promiseOf(marketplace, topic.id, 'normal')
  const opening = { marketplace, company, opener, topic, promise, locale, subject, text, priority: 'normal', files }
  const lines = story.lines.map(({ second, working, ...line }) => {
    const gap = second * SECOND
    const at = working ? addBusiness(marketplace.hours, claimedAt, gap) : after(claimedAt, gap)
    const partners = line.act.startsWith('partner.')
    return { ...line, at, author: partners ? opener : actorAt(marketplace, on, line.by ?? 'primary', at) }
  })
  const played = play({ ...opening, at: claimedAt }, lines)
  const run = runStory(marketplace, on, { story, claimedAt, claimedById: opener.membershipId }, now)
  const claimId = newId()
  const base = { marketplaceId: marketplace.id, ticketId: played.ticket.id, partnerId: company.id }
  played.events.push({
    ...base,
    id: newId(),
    at: claimedAt,
    kind: 'claim_made',
    authorId: opener.membershipId,
    audience: 'partner',
    data: { claimId, condition },
  })
  for (const event of run.events) {
    const step = partnerReads(event)
    if (!step) continue
    const { kind, data = {} } = step
    played.events.push({ ...base, id: newId(), at: event.at, kind, authorId: event.by, audience: 'partner', data })
  }
  const claim = claimRow(base, { claimId, story, claimedById: opener.membershipId, claimedAt }, run)
  return { story, played, run, claim, escalationId: newId() }
}

/** What the partner is shown of an engine's step. */
function partnerReads(event: EscalationEvent): { kind: EventKind; data?: EventData } | null {
  switch (event.kind) {
    case 'assess_asked':
      return { kind: 'assessment_asked' }
    case 'confirmed':
      return { kind: 'claim_confirmed' }
    case 'declined':
      return {
        kind: 'claim_declined',
        data: { reason: event.reason, nextWorkingAt: event.nextWorkingAt.toISOString() },
      }
    case 'step_entered':
      return { kind: 'oncall_paged' }
    case 'unanswered':
      return { kind: 'oncall_unanswered' }
    case 'acked':
      return { kind: 'oncall_acknowledged' }
    case 'resolved':
      return { kind: 'escalation_resolved' }
    default:
      return null
  }
}

function claimRow(
  base: { marketplaceId: string; ticketId: string; partnerId: string },
  made: { claimId: string; story: Story; claimedById: string; claimedAt: Date },
  { escalation, events, openedAt }: Run,
) {
  const { claimId: id, story, claimedById, claimedAt } = made
  const declined = events.find((event) => event.kind === 'declined')
  const states = { RESOLVED: 'ended', DECLINED: 'declined' } as const
  const closed = escalation.state === 'RESOLVED' || escalation.state === 'DECLINED' ? states[escalation.state] : null
  return {
    ...base,
    id,
    condition: story.condition,
    severity: severityOf(story.condition),
    state: closed ?? (escalation.confirmedBy ? 'confirmed' : 'claimed'),
    claimedById,
    claimedAt,
    consideredAt: openedAt,
    decidedById: declined?.by ?? escalation.confirmedBy,
    decidedAt: declined?.at ?? escalation.confirmedAt,
    declineReason: declined?.kind === 'declined' ? declined.reason : null,
    nextWorkingAt: declined?.kind === 'declined' ? declined.nextWorkingAt : null,
  }
}

/** Writes claims, runs with their events, and the ledger of what was sent. The requests are written already. */
export async function writeEscalations(
  { tx }: Grounds,
  marketplace: SeededMarketplace,
  on: SeededOnCall,
  told: readonly Told[],
) {
  await tx.claim.createMany({ data: told.map(({ claim }) => claim) })
  await tx.escalation.createMany({ data: told.map((one) => escalationRow(marketplace, on, one)) })
  await tx.escalationEvent.createMany({
    data: told.flatMap(({ run, escalationId }) =>
      run.events.map(({ seq, at, kind, by, ...data }) => ({
        marketplaceId: marketplace.id,
        escalationId,
        seq,
        at,
        kind,
        authorId: by,
        // Instants inside become ISO text, as in every row of this table.
        data: JSON.parse(JSON.stringify(data)),
      })),
    ),
  })
  const workerId = newId()
  const sent = told.flatMap((one) => sentOf(marketplace, one, workerId))
  await tx.delivery.createMany({ data: sent.map(({ delivery }) => delivery) })
  await tx.deliveryAttempt.createMany({ data: sent.flatMap(({ attempts }) => attempts) })
}

function escalationRow(
  marketplace: SeededMarketplace,
  on: SeededOnCall,
  { story, played, run, claim, escalationId }: Told,
) {
  const { ackedBy, confirmedBy, confirmedAt, ...row } = run.escalation
  const closed = row.state === 'RESOLVED' || row.state === 'DECLINED'
  return {
    ...row,
    marketplaceId: marketplace.id,
    id: escalationId,
    dedupKey: dedupKeyOf({ partnerId: played.ticket.partnerId, condition: story.condition }),
    ticketId: played.ticket.id,
    claimId: claim.id,
    policyVersionId: on.policyVersionId,
    ackedById: ackedBy,
    assessedById: confirmedBy,
    assessedAt: confirmedAt,
    openedAt: run.openedAt,
    closedAt: closed ? (run.events.at(-1)?.at ?? null) : null,
    evidence: { staffed: run.staffed, sameTopic: { tickets: 0, partners: 0, windowMinutes: 30 } },
  }
}

/** What a mail server answers. */
const ACCEPTED = '250 2.0.0 queued'
const BUSY = '451 4.7.1 greylisted, try again'

function sentOf(marketplace: SeededMarketplace, { story, run, escalationId }: Told, workerId: string) {
  const people = new Map([...marketplace.staff.values()].map((person) => [person.membershipId, person]))
  const firstPage = run.deliveries.find(({ kind }) => kind === 'escalation.page')
  return run.deliveries.map((planned, index) => {
    const {
      kind,
      epoch,
      loop,
      step,
      ruleIndex,
      membershipId: recipientId,
      channel,
      address,
      plannedAt,
      first,
    } = planned
    const id = deliveryId(escalationId, planned)
    const retried = story.greylisted === true && planned === firstPage
    const starts = retried ? [40, 5_400] : [40 + index * 15]
    const attempts = starts.map((start, tried) => {
      const startedAt = after(planned.notBefore, start)
      const last = tried === starts.length - 1
      return {
        marketplaceId: marketplace.id,
        deliveryId: id,
        attempt: tried + 1,
        workerId,
        startedAt,
        endedAt: after(startedAt, 130),
        outcome: last ? 'sent' : 'retry',
        detail: last ? ACCEPTED : BUSY,
      }
    })
    const delivery = {
      marketplaceId: marketplace.id,
      id,
      kind,
      subjectKind: 'escalation',
      subjectId: escalationId,
      recipientId,
      channel,
      address,
      locale: people.get(recipientId)?.locale ?? marketplace.plan.defaultLocale,
      payload: { ruleIndex },
      priority: first ? 0 : 1,
      epoch,
      loop,
      step,
      status: 'SENT',
      attempt: attempts.length,
      createdAt: plannedAt,
      settledAt: attempts.at(-1)?.endedAt ?? plannedAt,
    }
    return { delivery, attempts }
  })
}
