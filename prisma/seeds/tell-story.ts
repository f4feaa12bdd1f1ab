import { addBusiness } from '@/lib/calendar'
import type { Prisma } from '@/lib/db'
import type { EscalationEvent } from '@/lib/escalation/transition-types'
import { after, SECOND } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { type EventData, type EventKind, severityOf } from '@/lib/tickets/schema'
import type { SeededOnCall } from './oncall'
import { type Played, play } from './play'
import { actorAt, type Run, runStory, urgentTopic } from './run-story'
import type { Story } from './story'
import { personOf, promiseOf } from './tickets'
import { named, type SeededMarketplace } from './world'

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
