import { addBusiness } from '@/lib/calendar'
import type { Prisma } from '@/lib/db'
import { after, SECOND } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { severityOf } from '@/lib/tickets/schema'
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
  for (const { at, kind, by, data = {} } of run.shown)
    played.events.push({ ...base, id: newId(), at, kind, authorId: by, audience: 'partner', data })
  const claim = claimRow(base, { claimId, story, claimedById: opener.membershipId, claimedAt }, run)
  return { story, played, run, claim, escalationId: newId() }
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
