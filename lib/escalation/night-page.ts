import type { StaffActor } from '@/lib/authz'
import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { DAY } from '@/lib/foundation/clock'
import type { Locale } from '@/lib/i18n'
import { type Person, peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { partnerOf } from '@/lib/partners'
import { asStaff } from '@/lib/tenancy'
import { claimOf, lastFromPartner, ticketFacts } from '@/lib/tickets'
import { readAckToken } from './ack-token'
import { escalationBehind } from './escalation-behind.sql'
import { nextOf } from './escalation-page'
import type { Run } from './run'
import type { Condition, EscalationState, Next, PersonRef, Place, Severity } from './schema'
import { isOpen } from './states'
import { eventsOf, readRun } from './store'

/** Everything the night page shows; it asks for nothing else. */
export type NightPage = {
  now: Date
  locale: Locale
  timeZone: string
  escalationId: string
  state: EscalationState
  severity: Severity
  condition: Condition | null
  place: Place
  number: string
  subject: string
  partner: string
  topic: string
  since: Date
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
  /** The same run on the desk, for who is signed in. */
  deskPath: string
}

/** How long after a run is closed its links still show how it ended, in milliseconds. */
const AFTERLIFE = DAY

/**
 * Who acts through an acknowledge link: the member of staff it was sent to, read anew from her membership, so that a
 * disabled one holds nothing. Null for a link that was not made here, whose run is long closed, or whose reader has left.
 */
export async function actorBehind(token: string): Promise<{ actor: StaffActor; escalationId: string } | null> {
  const deliveryId = readAckToken(token)
  const behind = deliveryId && (await escalationBehind(deliveryId))
  if (!behind) return null
  const { marketplaceId, membershipId, escalationId } = behind
  const unread: StaffActor = { side: 'staff', marketplaceId, membershipId, userId: '', role: 'agent', partnerId: null }
  return asStaff(unread, async (tx, now) => {
    const person = (await peopleOf(tx, [membershipId])).get(membershipId)
    const run = await readRun(tx, escalationId)
    if (!person?.active || person.partnerId !== null || !run) return null
    if (run.closedAt && now.getTime() - run.closedAt.getTime() > AFTERLIFE) return null
    const { userId, role } = person
    return { actor: { ...unread, userId, role: role as StaffActor['role'] }, escalationId }
  })
}

/** What the acknowledge link shows: always the present state, whichever page of the run it came with. */
export async function nightPage(token: string): Promise<NightPage | null> {
  const behind = await actorBehind(token)
  if (!behind) return null
  const { actor, escalationId } = behind
  return asStaff(actor, async (tx, now) => {
    const run = await readRun(tx, escalationId)
    const person = (await peopleOf(tx, [actor.membershipId])).get(actor.membershipId)
    return run && person ? shown(tx, now, run, person) : null
  })
}

async function shown(tx: Tx, now: Date, run: Run, reader: Person): Promise<NightPage | null> {
  const { row, ticketId, claimId } = run
  const marketplace = await marketplaceOf(tx, run.marketplaceId)
  const ticket = ticketId ? (await ticketFacts(tx, [ticketId])).get(ticketId) : undefined
  if (!ticket) return null
  const locale = reader.locale ?? marketplace.defaultLocale
  const claim = claimId ? await claimOf(tx, claimId) : null
  const said = await lastFromPartner(tx, ticket.id)
  const next = await nextOf(tx, now, run)
  const names = await peopleOf(tx, [...(next?.ids ?? []), ...(row.ackedBy ? [row.ackedBy] : [])])
  const ref = (membershipId: string) => ({ membershipId, name: names.get(membershipId)?.name ?? '' })
  const events = await eventsOf(tx, run.id)
  const passedOn = events.findLast(({ kind, by }) => kind === 'passed_on' && by === reader.membershipId)
  const moved = events.findLast((event) => 'nextAt' in event && event.nextAt !== null)
  const mine = row.state === 'ACKED' && row.ackedBy === reader.membershipId
  // Whose request is completed needs nobody any more, also before the engine has looked.
  const completed = isOpen(row.state) && ticket.state === 'completed'
  const open = isOpen(row.state) && !completed
  return {
    now,
    locale,
    timeZone: reader.timeZone ?? marketplace.timeZone,
    escalationId: run.id,
    state: completed ? 'RESOLVED' : row.state,
    severity: row.severity,
    condition: claim?.condition ?? null,
    place: { epoch: row.epoch, loop: row.loop, step: row.step },
    number: ticket.number,
    subject: ticket.subject,
    partner: (await partnerOf(tx, ticket.partnerId)).name,
    topic: (await topicById(tx, ticket.topicId, locale))?.name ?? '',
    since: claim?.claimedAt ?? run.openedAt,
    quote: said && { text: said.body, locale: said.locale },
    owner: row.ackedBy ? ref(row.ackedBy) : null,
    ownedSince: row.ackedAt,
    mine,
    closedAt: completed ? ticket.updatedAt : run.closedAt,
    passedOnAt: passedOn?.at ?? null,
    next: next && open ? { ...next.move, people: next.ids.map(ref) } : null,
    waitSeconds: next && moved ? Math.round((next.move.at.getTime() - moved.at.getTime()) / 1000) : null,
    allowed: { take: open && row.state !== 'ACKED', pass: open && (row.state !== 'ACKED' || mine) },
    deskPath: `/${marketplace.slug}/oncall/escalation/${run.id}`,
  }
}
