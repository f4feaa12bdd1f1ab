import type { Locale } from '@/lib/i18n/locales'
import type { TicketAct } from '@/lib/tickets/lifecycle'

/** Who acts on a line; the partner's people by role, so that a conversation fits any company. */
export type Side = 'partner' | 'agent' | 'worker'

/**
 * One thing that happens on a request. `after` is minutes since the line before: working minutes of the marketplace for
 * an agent, elapsed ones for a partner and the worker. `by` names who, where it is not the usual person.
 */
export type Line = {
  act: TicketAct
  after: number
  text?: string
  /** How an agent's words are meant; `try_this` asks to test a fix (002-08). */
  kind?: 'answer' | 'ask' | 'try_this'
  by?: string
  files?: string[]
  stars?: number
}

/**
 * A request from its first word to today. `when` places it: `ago` is how long ago the last line was (working minutes
 * after an agent, elapsed ones otherwise), `left` and `overdue` how far its first answer is from its deadline (working
 * minutes), for requests that nobody has answered yet.
 */
export type Conversation = {
  at: 'nova' | 'orbita'
  partner: string
  topic: string
  subject: string
  text: string
  by?: 'owner' | 'member' | 'technical'
  priority?: 'low' | 'normal' | 'high' | 'urgent'
  files?: string[]
  lines?: Line[]
  when: { ago: number } | { left: number } | { overdue: number }
}

export type Conversations = { locale: Locale; all: Conversation[] }

type Extra = Pick<Line, 'by' | 'files'>

export const HOUR = 60
/** Elapsed minutes of a day. */
export const DAY = 24 * HOUR

export const reply = (after: number, text: string, extra: Extra = {}): Line => ({
  act: 'partner.message',
  after,
  text,
  ...extra,
})
export const answer = (after: number, text: string, extra: Extra = {}): Line => ({
  act: 'agent.answer',
  kind: 'answer',
  after,
  text,
  ...extra,
})
export const ask = (after: number, text: string, extra: Extra = {}): Line => ({
  act: 'agent.ask',
  kind: 'ask',
  after,
  text,
  ...extra,
})
export const tryThis = (after: number, text: string, extra: Extra = {}): Line => ({
  act: 'agent.ask',
  kind: 'try_this',
  after,
  text,
  ...extra,
})
export const note = (after: number, text: string, extra: Extra = {}): Line => ({
  act: 'agent.note',
  after,
  text,
  ...extra,
})
export const take = (after: number, by?: string): Line => ({ act: 'agent.take', after, by })
export const close = (after: number, by?: string): Line => ({ act: 'agent.close', after, by })
export const cancel = (after: number): Line => ({ act: 'partner.cancel', after })
export const rate = (after: number, stars: number, text?: string): Line => ({
  act: 'partner.rate',
  after,
  stars,
  text,
})
/** Five days without a word after an answer (003-25). */
export const autoClose = (): Line => ({ act: 'worker.autoClose', after: 5 * DAY })
