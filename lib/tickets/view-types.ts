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

export const LIST_TABS = ['needs_you', 'with_us', 'closed'] as const
export type ListTab = (typeof LIST_TABS)[number]
/** Everybody's in the company, or the reader's own. */
export type Scope = 'company' | 'mine'

export type ClaimState = 'claimed' | 'confirmed' | 'declined' | 'ended'

type Row = {
  id: string
  /** As people quote it: NV-2041. */
  number: string
  subject: string
  state: TicketState
  turn: Turn
  topic: TopicLabel
  createdAt: Date
  updatedAt: Date
  /** "We reply by": while a promise runs. */
  dueAt: Date | null
  hasFiles: boolean
  /** State of its newest claim; null when none was made. */
  claim: ClaimState | null
}

export type PartnerRow = Row & { openedBy: Person; completedReason: CompletedReason | null }
export type PartnerList = {
  tab: ListTab
  scope: Scope
  /** Whether the reader may see colleagues' requests at all; if not, scope is always 'mine'. */
  seesCompany: boolean
  counts: Record<ListTab, number>
  rows: PartnerRow[]
  nextCursor: string | null
}

/** `waiting`: our turn, soonest due first. */
export const QUEUE_VIEWS = ['waiting', 'mine', 'unassigned', 'urgent', 'all'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]
export type QueueRow = Row & { partner: { id: string; name: string }; assignee: Person | null; overdue: boolean }
export type QueuePage = {
  view: QueueView
  counts: Record<QueueView, number>
  rows: QueueRow[]
  nextCursor: string | null
}

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
  files: FileView[]
}
export type NoteView = { type: 'note'; id: string; author: Person; at: Date; body: string; files: FileView[] }

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
  line: HistoryStep[]
}

/** The first-answer promise; `kept` is null while it is neither kept nor broken. */
export type PromiseFacts = { targetMinutes: number; metAt: Date | null; kept: boolean | null }

type Page = {
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
  now: Date
}

export type PartnerTicket = Page & {
  side: 'partner'
  thread: MessageView[]
  allowed: { reply: boolean; cancel: boolean; followUp: boolean }
}

export type RecentTicket = { number: string; subject: string; state: TicketState; updatedAt: Date }
export type StaffTicket = Page & {
  side: 'staff'
  /** Messages and notes as they came. */
  thread: (MessageView | NoteView)[]
  assignee: Person | null
  team: { id: string; name: string }
  /** Active people of the team. */
  assignable: Person[]
  partner: {
    id: string
    name: string
    tier: string
    lifecycle: string
    locale: string
    timeZone: string
    /** Its last five other requests. */
    recent: RecentTicket[]
  }
  requester: { name: string; email: string; locale: string; timeZone: string }
  allowed: { answer: boolean; ask: boolean; note: boolean; take: boolean; assign: boolean; close: boolean }
}
