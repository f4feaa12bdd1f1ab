import type { Actor, PartnerActor, StaffActor } from '@/lib/authz'
import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { DAY } from '@/lib/foundation/clock'
import type { Locale } from '@/lib/i18n'
import { type Person, peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { partnerOf } from '@/lib/partners'
import { asActor, asStaff } from '@/lib/tenancy'
import { claimOf, lastFromPartner, ticketFacts } from '@/lib/tickets'
import { readAckToken } from './ack-token'
import { mayDo } from './act-on-run'
import { type Behind, escalationsBehind } from './escalation-behind.sql'
import { lastMoved } from './last-moved.sql'
import { nextMove } from './next-move'
import { reachedNext } from './next-reached'
import { frozenPolicies } from './policies'
import type { Run } from './run'
import type { Condition, Direction, EscalationState, Next, PersonRef, Place, Severity, Source } from './schema'
import { isOpen } from './states'
import { lastPassedOnBy, readRun } from './store'

/** Everything the night page shows; it asks for nothing else. */
export type NightPage = {
  now: Date
  locale: Locale
  timeZone: string
  escalationId: string
  source: Source
  /** Whether one of our own reads it, or somebody of the company that is called. */
  side: 'staff' | 'partner'
  /** OUT: the reader's company is called, or it is somebody of the staff whom the company's silence brought here. */
  direction: Direction
  /** OUT: until when the company is expected to answer. */
  deadlineAt: Date | null
  state: EscalationState
  severity: Severity
  condition: Condition | null
  place: Place
  /** Null when it is about no ticket. */
  number: string | null
  subject: string
  /** Null when it is about no company. */
  partner: string | null
  topic: string | null
  since: Date
  /** What the partner wrote, or what was said of it when it was opened; `locale` '' when nobody knows the language. */
  quote: { text: string; locale: string } | null
  owner: PersonRef | null
  ownedSince: Date | null
  mine: boolean
  closedAt: Date | null
  /** When this reader last passed it on. */
  passedOnAt: Date | null
  next: (Next & { people: PersonRef[] }) | null
  /** Seconds from the last move to the next one: how long the bar was when it was full. */
  waitSeconds: number | null
  allowed: { take: boolean; pass: boolean }
  /** The same run on the desk, or among a company's calls, for who is signed in. */
  deskPath: string
}

/** How long after a run is closed its links still show how it ended, in milliseconds. */
const AFTERLIFE = DAY

/**
 * Who acts through an acknowledge link: the person it was sent to, read anew from her membership, so that a disabled one
 * holds nothing. A partner's person acts on calls of her own company only. Null for a link that was not made here, whose run
 * is long closed, or whose reader has left.
 */
export async function actorBehind(token: string): Promise<{ actor: Actor; escalationId: string } | null> {
  const [behind] = await behindToken(token)
  return behind ? actorOf(behind) : null
}

/** The runs behind a token, its own first: with a bundle's carrier all that it carries. */
export async function behindToken(token: string): Promise<Behind[]> {
  const deliveryId = readAckToken(token)
  return deliveryId ? escalationsBehind(deliveryId) : []
}

/** Whom a link acts for; null once she has left, or a day after the run was closed. */
export async function actorOf(behind: Behind): Promise<{ actor: Actor; escalationId: string } | null> {
  const { marketplaceId, membershipId, escalationId } = behind
  const unread: StaffActor = { side: 'staff', marketplaceId, membershipId, userId: '', role: 'agent', partnerId: null }
  return asStaff(unread, async (tx, now) => {
    const person = (await peopleOf(tx, [membershipId])).get(membershipId)
    const run = await readRun(tx, escalationId)
    if (!person?.active || !run) return null
    if (run.closedAt && now.getTime() - run.closedAt.getTime() > AFTERLIFE) return null
    const { userId, role, partnerId } = person
    if (partnerId === null) return { actor: { ...unread, userId, role: role as StaffActor['role'] }, escalationId }
    if (run.row.direction !== 'OUT' || run.partnerId !== partnerId) return null
    const actor: PartnerActor = {
      side: 'partner',
      marketplaceId,
      membershipId,
      userId,
      role: role as PartnerActor['role'],
      partnerId,
    }
    return { actor, escalationId }
  })
}

/** What the acknowledge link shows: always the present state, whichever page of the run it came with. */
export async function nightPage(token: string): Promise<NightPage | null> {
  const behind = await actorBehind(token)
  if (!behind) return null
  const { actor, escalationId } = behind
  return asActor(actor, async (tx, now) => {
    const run = await readRun(tx, escalationId)
    const person = (await peopleOf(tx, [actor.membershipId])).get(actor.membershipId)
    return run && person ? shown(tx, now, run, actor, person) : null
  })
}

async function shown(tx: Tx, now: Date, run: Run, actor: Actor, reader: Person): Promise<NightPage> {
  const { row, ticketId, claimId, source, deadlineAt, partnerId, title, detail } = run
  const marketplace = await marketplaceOf(tx, run.marketplaceId)
  const ticket = ticketId ? (await ticketFacts(tx, [ticketId])).get(ticketId) : undefined
  const locale = reader.locale ?? marketplace.defaultLocale
  const claim = claimId ? await claimOf(tx, claimId) : null
  const said = ticket && claim ? await lastFromPartner(tx, ticket.id) : null
  const next = await nextFor(tx, now, run, actor)
  const names = await peopleOf(tx, [...(next?.ids ?? []), ...(row.ackedBy ? [row.ackedBy] : [])])
  const ref = (membershipId: string) => ({ membershipId, name: names.get(membershipId)?.name ?? '' })
  const movedAt = next && (await lastMoved(tx, run.id))
  const mine = row.state === 'ACKED' && row.ackedBy === reader.membershipId
  // Whose request is completed needs nobody any more, also before the engine has looked.
  const completed = isOpen(row.state) && row.direction === 'IN' && ticket?.state === 'completed'
  const open = isOpen(row.state) && !completed
  const may = (act: 'escalation.acknowledge' | 'escalation.passOn') => mayDo(tx, actor, act, run)
  const desk = actor.side === 'staff' ? `oncall/escalation/${run.id}` : `calls/${run.id}`
  return {
    now,
    locale,
    timeZone: reader.timeZone ?? marketplace.timeZone,
    escalationId: run.id,
    side: actor.side,
    source,
    direction: row.direction,
    deadlineAt,
    state: completed ? 'RESOLVED' : row.state,
    severity: row.severity,
    condition: claim?.condition ?? null,
    place: { epoch: row.epoch, loop: row.loop, step: row.step },
    number: ticket?.number ?? null,
    subject: title ?? ticket?.subject ?? '',
    partner: partnerId ? (await partnerOf(tx, partnerId)).name : null,
    topic: ticket ? ((await topicById(tx, ticket.topicId, locale))?.name ?? null) : null,
    since: claim?.claimedAt ?? run.openedAt,
    quote: said ? { text: said.body, locale: said.locale } : detail ? { text: detail, locale: '' } : null,
    owner: row.ackedBy ? ref(row.ackedBy) : null,
    ownedSince: row.ackedAt,
    mine,
    closedAt: completed ? (ticket?.updatedAt ?? now) : run.closedAt,
    passedOnAt: await lastPassedOnBy(tx, run.id, reader.membershipId),
    next: next && open ? { ...next.move, people: next.ids.map(ref) } : null,
    waitSeconds: next && movedAt ? Math.round((next.move.at.getTime() - movedAt.getTime()) / 1000) : null,
    allowed: {
      take: open && row.state !== 'ACKED' && (await may('escalation.acknowledge')),
      pass: open && (row.state !== 'ACKED' || mine) && (await may('escalation.passOn')),
    },
    deskPath: `/${marketplace.slug}/${desk}`,
  }
}

/** Whom it goes to next is the staff's to know: a partner reads only when. */
async function nextFor(tx: Tx, now: Date, run: Run, actor: Actor) {
  if (actor.side === 'staff') return reachedNext(tx, now, run)
  const frozen = (await frozenPolicies(tx, [run.policyVersionId])).get(run.policyVersionId)
  const move = frozen && nextMove(run.row, frozen.policy, now)
  return move ? { move, ids: [] as string[] } : null
}
