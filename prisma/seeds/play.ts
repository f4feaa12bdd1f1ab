import type { Prisma } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import type { Locale } from '@/lib/i18n/locales'
import { type ClockEvent, clockOf } from '@/lib/sla'
import { move, type TicketAct } from '@/lib/tickets/lifecycle'
import type { EventData, EventKind } from '@/lib/tickets/schema'
import type { TicketState } from '@/lib/tickets/states'
import type { Line } from './conversations/script'
import type { AnswerPromise, SeededCompany, SeededMarketplace, SeededPerson, SeededTopic } from './world'

/** A file that a line brings; its bytes are written beside its row. */
export type PlayedFile = { name: string; uploadedBy: string; at: Date; messageId?: string; noteId?: string }

export type Played = {
  ticket: Omit<Prisma.TicketCreateManyInput, 'number'>
  messages: Prisma.TicketMessageCreateManyInput[]
  notes: Prisma.TicketNoteCreateManyInput[]
  events: Prisma.TicketEventCreateManyInput[]
  clock: Prisma.SlaClockCreateManyInput
  files: PlayedFile[]
}

export type Opening = {
  marketplace: SeededMarketplace
  company: SeededCompany
  opener: SeededPerson
  topic: SeededTopic
  promise: AnswerPromise
  locale: Locale
  subject: string
  text: string
  priority: string
  files: string[]
  at: Date
}

export type TimedLine = Line & { at: Date; author: SeededPerson | null }

/** What the history calls each act; rating and closing by time have no word of their own there yet. */
const eventKinds: Record<TicketAct, EventKind> = {
  'partner.message': 'replied',
  'partner.cancel': 'cancelled',
  'partner.rate': 'solved',
  'agent.take': 'taken',
  'agent.assign': 'assigned',
  'agent.note': 'noted',
  'agent.answer': 'answered',
  'agent.ask': 'asked',
  'agent.close': 'closed',
  'worker.autoClose': 'closed',
}

/** Acts that make an unowned request the agent's own. */
const speaks: readonly TicketAct[] = ['agent.answer', 'agent.ask']

/** What only agents read of, unless it changed the state. */
const internal: readonly TicketAct[] = ['agent.take', 'agent.assign', 'agent.note']

/**
 * Plays a request through the lifecycle and answers its rows: every state comes from `move`, the clock from `clockOf`.
 * @throws when a line is not legal where it stands
 */
export function play(opening: Opening, lines: readonly TimedLine[]): Played {
  const { marketplace, company, opener, topic, locale, subject, priority, at } = opening
  const ticketId = newId()
  const marketplaceId = marketplace.id
  const base = { marketplaceId, ticketId, partnerId: company.id }
  const ticket = {
    marketplaceId,
    id: ticketId,
    partnerId: company.id,
    topicId: topic.id,
    teamId: topic.teamId,
    openedById: opener.membershipId,
    assigneeId: null as string | null,
    subject,
    locale,
    state: 'created' as TicketState,
    priority,
    completedReason: null as string | null,
    completedAt: null as Date | null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  const played: Omit<Played, 'ticket' | 'clock'> = { messages: [], notes: [], events: [], files: [] }
  const states: ClockEvent[] = [{ at, state: 'created' }]

  const say = (kind: string, author: SeededPerson, body: string, saidAt: Date, files: string[] = []) => {
    const id = newId()
    played.messages.push({ ...base, id, authorId: author.membershipId, kind, body, locale, createdAt: saidAt })
    attach(files, author, saidAt, { messageId: id })
    return { messageId: id }
  }
  const attach = (files: string[], author: SeededPerson, sentAt: Date, to: { messageId?: string; noteId?: string }) => {
    for (const name of files) played.files.push({ name, uploadedBy: author.membershipId, at: sentAt, ...to })
  }
  const tell = (
    kind: EventKind,
    line: { at: Date; author: SeededPerson | null },
    audience: string,
    data: EventData,
  ) => {
    const id = newId()
    const event = { ...base, id, at: line.at, kind, authorId: line.author?.membershipId ?? null, audience, data }
    played.events.push({ ...event, fromState: null as string | null, toState: null as string | null })
    return played.events.at(-1) as Prisma.TicketEventCreateManyInput
  }

  const first = say('request', opener, opening.text, at, opening.files)
  tell('opened', { at, author: opener }, 'partner', first).toState = 'created'

  for (const line of lines) {
    const facts = { now: line.at, completedAt: ticket.completedAt, ratedAt: null, ratingDays: 30 }
    const moved = move(ticket.state, line.act, facts)
    if (!moved.ok) throw new Error(`"${subject}": ${line.act} is refused in ${ticket.state}: ${moved.why}`)
    const owns = ticket.assigneeId !== null && ticket.assigneeId === line.author?.membershipId
    // Taking what one has already changes nothing, and nothing is written.
    if (line.act === 'agent.take' && owns && moved.state === ticket.state) continue
    const data: EventData & { stars?: number } = {}
    if (line.author && line.text && line.act === 'agent.note') {
      const noteId = newId()
      const { membershipId: authorId } = line.author
      played.notes.push({ marketplaceId, id: noteId, ticketId, authorId, body: line.text, createdAt: line.at })
      attach(line.files ?? [], line.author, line.at, { noteId })
      data.noteId = noteId
    } else if (line.author && line.text && line.act !== 'partner.rate') {
      Object.assign(data, say(line.kind ?? 'message', line.author, line.text, line.at, line.files))
    }
    if (line.stars) data.stars = line.stars
    if (line.act === 'agent.take' && line.author) data.assigneeId = line.author.membershipId
    const changes = moved.state !== ticket.state
    const solved = line.act === 'partner.cancel' && moved.reason === 'solved'
    const given = line.act === 'agent.take' && !changes
    const kind = solved ? 'solved' : given ? 'assigned' : line.kind === 'try_this' ? 'try_asked' : eventKinds[line.act]
    const event = tell(kind, line, internal.includes(line.act) && !changes ? 'staff' : 'partner', data)
    if (changes) {
      event.fromState = ticket.state
      event.toState = moved.state
      states.push({ at: line.at, state: moved.state })
    }
    const takes = line.act === 'agent.take' || (ticket.assigneeId === null && speaks.includes(line.act))
    if (takes && line.author) ticket.assigneeId = line.author.membershipId
    ticket.state = moved.state
    if (moved.reason) Object.assign(ticket, { completedReason: moved.reason, completedAt: line.at })
    ticket.version += 1
    ticket.updatedAt = line.at
  }
  return { ...played, ticket, clock: clockRow(opening, ticketId, states) }
}

function clockRow({ marketplace, company, promise, at }: Opening, ticketId: string, states: ClockEvent[]) {
  const clock = clockOf(marketplace.hours, promise.firstAnswerMinutes * MINUTE, states)
  return {
    marketplaceId: marketplace.id,
    ticketId,
    kind: 'first_answer',
    partnerId: company.id,
    policyId: promise.id,
    calendarId: promise.calendarId,
    targetMinutes: promise.firstAnswerMinutes,
    startedAt: at,
    dueAt: clock.dueAt,
    pausedAt: clock.phase === 'paused' ? clock.changedAt : null,
    metAt: clock.metAt,
  }
}
