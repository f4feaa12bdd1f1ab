/** The five states of a request; partners and agents see the same ones (003-22, 003-23, 003-28, 004-11). Browser-safe. */
export const TICKET_STATES = ['created', 'in_progress', 'awaiting_partner', 'answered', 'completed'] as const
export type TicketState = (typeof TICKET_STATES)[number]

/** Why a request is completed; `merged` is set by merging and never by a move. */
export const COMPLETED_REASONS = ['rated', 'solved', 'agent', 'auto', 'cancelled', 'merged'] as const
export type CompletedReason = (typeof COMPLETED_REASONS)[number]

/** `partner_may`: the partner may rate or go on, and nobody is waiting for it. */
export type Turn = 'us' | 'partner' | 'partner_may' | 'nobody'
/** What the answer clock does: `met` has stopped with an answer, `closed` for good. */
export type Clock = 'runs' | 'paused' | 'met' | 'closed'

const MEANING: Record<TicketState, { turn: Turn; clock: Clock }> = {
  created: { turn: 'us', clock: 'runs' },
  in_progress: { turn: 'us', clock: 'runs' },
  awaiting_partner: { turn: 'partner', clock: 'paused' },
  answered: { turn: 'partner_may', clock: 'met' },
  completed: { turn: 'nobody', clock: 'closed' },
}

export function whoseTurn(state: TicketState): Turn {
  return MEANING[state].turn
}

export function clock(state: TicketState): Clock {
  return MEANING[state].clock
}
