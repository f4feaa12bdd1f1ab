import { DAY } from '@/lib/foundation/clock'
import type { CompletedReason, TicketState } from './states'

export { clock, whoseTurn } from './states'

export const TICKET_ACTS = [
  /** A message or a file. */
  'partner.message',
  /** "I no longer need this"; once answered it means that the answer solved it. */
  'partner.cancel',
  'partner.rate',
  'agent.take',
  'agent.assign',
  'agent.note',
  'agent.answer',
  /** Asks something, or asks to try something: the partner's turn. */
  'agent.ask',
  'agent.close',
  'worker.autoClose',
] as const
export type TicketAct = (typeof TICKET_ACTS)[number]

export type MoveRefusal = 'follow_up' | 'already_completed' | 'not_answered' | 'already_rated' | 'rating_closed'
/** `reason` stands there when this move completes the request; a request that is completed keeps its reason. */
export type Move = { ok: true; state: TicketState; reason?: CompletedReason } | { ok: false; why: MoveRefusal }

/**
 * What rating a completed request needs to know; the other acts look at nothing but the state. `ratingDays`: for how many
 * elapsed days after completion it may be rated, its last instant included (003-23).
 */
export type MoveFacts = { now: Date; completedAt: Date | null; ratedAt: Date | null; ratingDays: number }

/** Where an act leads: a state, completion with its reason, or `!` and why it is refused. */
type Cell = Exclude<TicketState, 'completed'> | `completed:${CompletedReason}` | 'completed' | `!${MoveRefusal}`

/** The whole lifecycle. A message after completion belongs in a new request that follows this one: `follow_up`. */
const TABLE: Record<TicketState, Record<TicketAct, Cell>> = {
  created: {
    'partner.message': 'created',
    'partner.cancel': 'completed:cancelled',
    'partner.rate': '!not_answered',
    'agent.take': 'in_progress',
    'agent.assign': 'in_progress',
    'agent.note': 'created',
    'agent.answer': 'answered',
    'agent.ask': 'awaiting_partner',
    'agent.close': 'completed:agent',
    'worker.autoClose': '!not_answered',
  },
  in_progress: {
    'partner.message': 'in_progress',
    'partner.cancel': 'completed:cancelled',
    'partner.rate': '!not_answered',
    'agent.take': 'in_progress',
    'agent.assign': 'in_progress',
    'agent.note': 'in_progress',
    'agent.answer': 'answered',
    'agent.ask': 'awaiting_partner',
    'agent.close': 'completed:agent',
    'worker.autoClose': '!not_answered',
  },
  awaiting_partner: {
    'partner.message': 'in_progress',
    'partner.cancel': 'completed:cancelled',
    'partner.rate': '!not_answered',
    'agent.take': 'awaiting_partner',
    'agent.assign': 'awaiting_partner',
    'agent.note': 'awaiting_partner',
    'agent.answer': 'answered',
    'agent.ask': 'awaiting_partner',
    'agent.close': 'completed:agent',
    'worker.autoClose': 'completed:auto',
  },
  answered: {
    'partner.message': 'in_progress',
    'partner.cancel': 'completed:solved',
    'partner.rate': 'completed:rated',
    'agent.take': 'answered',
    'agent.assign': 'answered',
    'agent.note': 'answered',
    'agent.answer': 'answered',
    'agent.ask': 'awaiting_partner',
    'agent.close': 'completed:agent',
    'worker.autoClose': 'completed:auto',
  },
  completed: {
    'partner.message': '!follow_up',
    'partner.cancel': '!already_completed',
    'partner.rate': 'completed',
    'agent.take': '!already_completed',
    'agent.assign': '!already_completed',
    'agent.note': 'completed',
    'agent.answer': '!already_completed',
    'agent.ask': '!already_completed',
    'agent.close': '!already_completed',
    'worker.autoClose': '!already_completed',
  },
}

/** What `act` does to a request in `state`: "can it", as opposed to "may she", which authz decides. */
export function move(state: TicketState, act: TicketAct, facts: MoveFacts): Move {
  const cell = TABLE[state][act]
  if (cell.startsWith('!')) return { ok: false, why: cell.slice(1) as MoveRefusal }
  if (state === 'completed' && act === 'partner.rate') {
    const why = lateRating(facts)
    if (why) return { ok: false, why }
  }
  const [to, reason] = cell.split(':') as [TicketState, CompletedReason | undefined]
  return reason ? { ok: true, state: to, reason } : { ok: true, state: to }
}

/** The acts that would not be refused now: what a page offers, before asking who may. */
export function possibleActs(state: TicketState, facts: MoveFacts): TicketAct[] {
  return TICKET_ACTS.filter((act) => move(state, act, facts).ok)
}

function lateRating({ now, completedAt, ratedAt, ratingDays }: MoveFacts): MoveRefusal | null {
  if (ratedAt) return 'already_rated'
  const open = completedAt && now.getTime() - completedAt.getTime() <= ratingDays * DAY
  return open ? null : 'rating_closed'
}
