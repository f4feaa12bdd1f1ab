import type { FileView } from '@/lib/attachments/schema'
import type { TopicLabel } from '@/lib/catalog/schema'
import type { CourtBar } from '@/lib/sla/schema'
import type { Condition, Severity } from './conditions'
import type { HistoryStep } from './history'
import type { CompletedReason, TicketState, Turn } from './states'

/* What pages are given, trimmed for the role that reads. Types only. */

export type { CourtBar, FileView, TopicLabel }

/** `id` is the membership's; `mine`: it is the reader. */
export type Person = { id: string; name: string; side: 'partner' | 'staff'; mine: boolean }

export type ClaimState = 'claimed' | 'confirmed' | 'declined' | 'ended'

export type MessageKind = 'request' | 'message' | 'answer' | 'ask' | 'try_this'
export type MessageView = {
  type: 'message'
  id: string
  kind: MessageKind
  author: Person
  at: Date
  body: string
  /** Language it was written in, for `lang`. */
  locale: string
  /** The partner's word on a fix that we asked to try (002-08). */
  verdict: 'works' | 'does_not' | null
  files: FileView[]
}

/** A claim and its steps so far, oldest first; the last one is how things stand now. */
export type ClaimPanel = {
  id: string
  condition: Condition
  severity: Severity
  state: ClaimState
  claimedAt: Date
  claimedBy: Person
  repeats: number
  decidedAt: Date | null
  decidedBy: Person | null
  declineReason: string | null
  nextWorkingAt: Date | null
  /** The one objection after a decline, in the partner's words. */
  appealedAt: Date | null
  appealText: string | null
  line: HistoryStep[]
}

/** The first-answer promise; `kept` is null while it is neither kept nor broken. */
export type PromiseFacts = { targetMinutes: number; metAt: Date | null; kept: boolean | null }

/** One answer of the topic's form, in the reader's language. */
export type FieldLine = { key: string; label: string; value: string }
/** What the partner thought of the support (003-23). */
export type RatingView = { stars: number; comment: string; at: Date; by: Person }
/** Another request of the same company that this one leads to. */
export type LinkedTicket = { number: string; subject: string; state: TicketState }

export type Page = {
  id: string
  number: string
  subject: string
  state: TicketState
  turn: Turn
  completedReason: CompletedReason | null
  completedAt: Date | null
  /** To send back with an answer: refused when something newer has arrived. */
  version: number
  createdAt: Date
  updatedAt: Date
  locale: string
  topic: TopicLabel
  openedBy: Person
  court: CourtBar
  promise: PromiseFacts | null
  history: HistoryStep[]
  /** The newest one, where several were made. */
  claim: ClaimPanel | null
  /** What was filled in, in the order of the form it was written on, and the steps ticked before it (002-01, 002-04). */
  fields: FieldLine[]
  preflight: string[]
  rating: RatingView | null
  /** Colleagues who are told of everything besides the one who opened it. */
  followers: Person[]
  /** The completed request that this one follows, and those that follow it. */
  followsNumber: string | null
  followUps: LinkedTicket[]
  now: Date
}

export type PartnerTicket = Page & {
  side: 'partner'
  thread: MessageView[]
  /** What came after this instant is new to the reader; null: nothing is. */
  unreadSince: Date | null
  /** The last thing we said was "try this", and we wait for the word on it (002-08). */
  canTry: boolean
  /** Colleagues who may read it and could follow it. */
  colleagues: Person[]
  allowed: {
    reply: boolean
    /** Before our answer; once we have answered the same act says that it is solved. */
    cancel: boolean
    solve: boolean
    rate: boolean
    follow: boolean
    followUp: boolean
  }
}
