import type { Prisma } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import type { Locale } from '@/lib/i18n/locales'
import type { ClockEvent } from '@/lib/sla'
import { move, type TicketAct } from '@/lib/tickets/lifecycle'
import type { EventData, EventKind } from '@/lib/tickets/schema'
import type { TicketState } from '@/lib/tickets/states'
import { clocksOf, keptOf } from './afterwards'
import type { Line } from './conversations/script'
import type { AnswerPromise, SeededCompany, SeededMarketplace, SeededPerson, SeededTopic } from './world'

/** A file that a line brings; its bytes are written beside its row. */
export type PlayedFile = { name: string; uploadedBy: string; at: Date; messageId?: string; noteId?: string }

export type Played = {
  ticket: Omit<Prisma.TicketCreateManyInput, 'number'>
  messages: Prisma.TicketMessageCreateManyInput[]
  notes: Prisma.TicketNoteCreateManyInput[]
  events: Prisma.TicketEventCreateManyInput[]
  clocks: Prisma.SlaClockCreateManyInput[]
  rating: Prisma.RatingCreateManyInput | null
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

/** What the history calls each act. */
const eventKinds: Record<TicketAct, EventKind> = {
  'partner.message': 'replied',
  'partner.cancel': 'cancelled',
  'partner.rate': 'rated',
  'agent.take': 'taken',
  'agent.assign': 'assigned',
  'agent.note': 'noted',
  'agent.answer': 'answered',
  'agent.ask': 'asked',
  'agent.close': 'closed',
  'worker.autoClose': 'auto_closed',
}

/** Acts that make an unowned request the agent's own. */
const speaks: readonly TicketAct[] = ['agent.answer', 'agent.ask']

/** What only agents read of, unless it changed the state. */
const internal: readonly TicketAct[] = ['agent.take', 'agent.assign', 'agent.note']

/**
 * Plays a request through the lifecycle and answers its rows: every state comes from `move`, the clocks from `clockOf`.
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
  const played: Omit<Played, 'ticket' | 'clocks' | 'rating'> = { messages: [], notes: [], events: [], files: [] }
  const news = { partner: null as Date | null, staff: at }
  let rating: Played['rating'] = null
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
    if (line.stars && line.author) {
      data.stars = line.stars
      const by = { ratedById: line.author.membershipId, ratedAt: line.at }
      rating = { ...base, stars: line.stars, comment: line.text ?? '', ...by }
    }
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
    if (line.act.startsWith('partner.')) news.staff = line.at
    else if (changes || speaks.includes(line.act)) news.partner = line.at
    const takes = line.act === 'agent.take' || (ticket.assigneeId === null && speaks.includes(line.act))
    if (takes && line.author) ticket.assigneeId = line.author.membershipId
    ticket.state = moved.state
    if (moved.reason) Object.assign(ticket, { completedReason: moved.reason, completedAt: line.at })
    ticket.version += 1
    ticket.updatedAt = line.at
  }
  const clocks = clocksOf(marketplace, base, opening.promise, states)
  return { ...played, ticket: { ...ticket, ...keptOf(marketplace, states, clocks, news) }, clocks, rating }
}
