import type { PrismaClient } from '@/lib/db'

/* What a ticket's history must be, whoever wrote it in whatever order: read from the events alone, apart from the code. */

type State = 'created' | 'in_progress' | 'awaiting_partner' | 'answered' | 'completed'
const OPEN: State[] = ['created', 'in_progress', 'awaiting_partner', 'answered']
const WORK: State[] = ['in_progress', 'awaiting_partner', 'answered']

const stays = (states: State[]) => states.map((state) => `${state} > ${state}`)
const leads = (states: State[], to: State) => states.map((state) => `${state} > ${to}`)
const message = ['created > created', ...leads(WORK, 'in_progress')]

/** The agreed table by the lines of history that its acts write. */
const LEGAL: Record<string, string[]> = {
  replied: message,
  try_worked: message,
  try_failed: message,
  taken: leads(['created'], 'in_progress'),
  assigned: stays(WORK),
  released: stays(OPEN),
  noted: stays([...OPEN, 'completed']),
  answered: leads(OPEN, 'answered'),
  asked: leads(OPEN, 'awaiting_partner'),
  try_asked: leads(OPEN, 'awaiting_partner'),
  cancelled: leads(['created', 'in_progress', 'awaiting_partner'], 'completed'),
  solved: leads(['answered'], 'completed'),
  closed: leads(OPEN, 'completed'),
  rated: ['answered > completed', 'completed > completed'],
  auto_closed: leads(['awaiting_partner', 'answered'], 'completed'),
  reminded: stays(['awaiting_partner', 'answered']),
}

const REASON: Record<string, string> = {
  cancelled: 'cancelled',
  solved: 'solved',
  closed: 'agent',
  rated: 'rated',
  auto_closed: 'auto',
}
const ANSWERS = ['answered', 'asked', 'try_asked']
/** Lines that change no version: nobody's answer hangs on them. */
const BESIDE = ['reminded']

type Folded = {
  state: string | null
  version: number
  updatedAt: Date
  completedReason: string | null
  completedAt: Date | null
  firstAnsweredAt: Date | null
  assigneeId: string | null
}

/** Reads one ticket's history from its beginning. Answers what is wrong, one line each, and how often each kind stands. */
export async function storyOf(owner: PrismaClient, ticketId: string) {
  const faults: string[] = []
  const row = await owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
  const events = await owner.ticketEvent.findMany({ where: { ticketId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  const written = [...events].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (written.some((event, index) => event.id !== events[index]?.id))
    faults.push('times run against the order of writing')

  const folded: Folded = {
    state: null,
    version: 0,
    updatedAt: row.createdAt,
    completedReason: null,
    completedAt: null,
    firstAnsweredAt: null,
    assigneeId: null,
  }
  for (const { kind, at, fromState, toState, authorId, audience, data } of events) {
    const from = folded.state
    const to = toState ?? from
    if (fromState !== (toState === null ? null : from))
      faults.push(`${kind} comes from ${fromState}, but it was ${from}`)
    const step = `${from} > ${to}`
    const legal = kind === 'opened' ? from === null && to === 'created' : LEGAL[kind]?.includes(step)
    if (!legal) faults.push(`${kind}: ${step}`)
    if (to !== from && audience !== 'partner') faults.push(`${kind} changes the state behind the partner's back`)
    folded.state = to
    if (BESIDE.includes(kind)) continue
    folded.version += 1
    folded.updatedAt = at
    const facts = data as { assigneeId?: string | null }
    if (kind === 'taken' || kind === 'assigned') folded.assigneeId = facts.assigneeId ?? null
    if (kind === 'released') folded.assigneeId = null
    if (ANSWERS.includes(kind)) folded.assigneeId ??= authorId
    if (kind === 'answered') folded.firstAnsweredAt ??= at
    if (to === 'completed' && from !== 'completed') {
      folded.completedReason = REASON[kind] ?? `${kind}?`
      folded.completedAt = at
    }
  }
  for (const [name, value] of Object.entries(folded)) {
    const stored = row[name as keyof Folded]
    if (JSON.stringify(stored) !== JSON.stringify(value))
      faults.push(`${name} is ${JSON.stringify(stored)}, its events say ${JSON.stringify(value)}`)
  }
  faults.push(...(await rowFaults(owner, row)))

  const count = (kinds: string[]) => events.filter(({ kind }) => kinds.includes(kind)).length
  const messages = await owner.ticketMessage.count({ where: { ticketId } })
  const told = events.filter(({ data }) => 'messageId' in (data as object)).length
  if (messages !== told) faults.push(`${messages} messages, ${told} lines tell of one`)
  const notes = await owner.ticketNote.count({ where: { ticketId } })
  if (notes !== count(['noted'])) faults.push(`${notes} notes, ${count(['noted'])} lines`)
  const ratings = await owner.rating.count({ where: { ticketId } })
  if (ratings > 1 || ratings !== count(['rated'])) faults.push(`${ratings} ratings, ${count(['rated'])} lines`)
  return { faults, count, row, kinds: events.map(({ kind }) => kind) }
}

type Row = { id: string; state: string; dueAt: Date | null; nextAt: Date | null; remindedAt: Date | null }

/** What the row keeps beside its history: who promised what, and what the worker looks for. */
async function rowFaults(owner: PrismaClient, { id, state, dueAt, nextAt, remindedAt }: Row): Promise<string[]> {
  const partners = state === 'answered' || state === 'awaiting_partner'
  const running = await owner.slaClock.findMany({ where: { ticketId: id, dueAt: { not: null } } })
  const soonest = running.map((clock) => clock.dueAt?.getTime() ?? 0).sort((a, b) => a - b)[0]
  return [
    partners === (nextAt !== null) ? '' : `${state}, and the worker looks again at ${nextAt?.toISOString()}`,
    remindedAt === null || partners ? '' : `${state}, and still reminded`,
    dueAt?.getTime() === soonest ? '' : `due at ${dueAt?.toISOString()}, its clocks say ${soonest}`,
  ].filter(Boolean)
}
