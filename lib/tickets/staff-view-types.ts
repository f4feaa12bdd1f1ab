import type { FileView } from '@/lib/attachments/schema'
import type { TopicLabel } from '@/lib/catalog/schema'
import type { ClockView } from '@/lib/sla/schema'
import type { TicketState, Turn } from './states'
import type { ClaimState, MessageKind, MessageView, Page, Person } from './view-types'

/* What the desk's pages are given. Types and the names of things only: safe in the browser. */

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

/** `waiting`: our turn. `team`: open requests of the reader's teams. All but `all` leave completed ones out. */
export const QUEUE_VIEWS = ['waiting', 'mine', 'team', 'unassigned', 'urgent', 'all'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]
/** `due`: general faults first, then due soonest, then without a promise, oldest first (002-09). `change`: newest first. */
export const QUEUE_SORTS = ['due', 'change'] as const
export type QueueSort = (typeof QUEUE_SORTS)[number]
/** A view of the desk is not counted further than this: "99+", for it is worked off from its top. Reports tell the rest. */
export const MOST_IN_VIEW = 99
/** A tab of a partner's list is not counted further than this: "999+". */
export const MOST_COUNTED = 999

/** `all` holds what is over as well, so it goes by change alone. */
export function sortOf(view: QueueView, asked: QueueSort): QueueSort {
  return view === 'all' ? 'change' : asked
}

export type QueueRow = {
  id: string
  /** As people quote it: NV-2041. */
  number: string
  subject: string
  /** Language it was written in, for `lang`. */
  locale: string
  state: TicketState
  turn: Turn
  topic: TopicLabel
  partner: { id: string; name: string }
  assignee: Person | null
  priority: Priority
  /** Several companies report this topic at once: how many have it open now (002-09). */
  general: { partners: number } | null
  createdAt: Date
  updatedAt: Date
  /** The soonest of its running promises. */
  dueAt: Date | null
  overdue: boolean
  hasFiles: boolean
  /** State of its newest claim; null when none was made. */
  claim: ClaimState | null
  /** Something came in that this reader has not opened. */
  unread: boolean
}

export type QueuePage = {
  view: QueueView
  sort: QueueSort
  /** What was searched for; '' when nothing was. A search looks through the whole desk, whatever the view. */
  search: string
  /** Up to MOST_IN_VIEW; one more means "and more". */
  counts: Record<QueueView, number>
  rows: QueueRow[]
  nextCursor: string | null
  /** More was found than is shown. */
  more: boolean
  /** The request whose number was searched for: the page goes straight to it. */
  exact: string | null
}

export type NoteView = { type: 'note'; id: string; author: Person; at: Date; body: string; files: FileView[] }
export type RecentTicket = { number: string; subject: string; state: TicketState; updatedAt: Date }

/** An answer in its seconds before it leaves; or, with `refusedWhy`, one that did not leave and waits for its author. */
export type HeldView = {
  id: string
  kind: Extract<MessageKind, 'answer' | 'ask' | 'try_this'>
  body: string
  /** When it was written. */
  at: Date
  author: Person
  /** Its files, to stand in the box again; given to its author alone. */
  fileIds: string[]
  sendAt: Date | null
  refusedWhy: string | null
}

export type StaffTicket = Page & {
  side: 'staff'
  /** Messages and notes as they came. */
  thread: (MessageView | NoteView)[]
  assignee: Person | null
  team: { id: string; name: string }
  /** Active people of the team first, then everybody else of the staff. */
  assignable: (Person & { ofTeam: boolean })[]
  teams: { id: string; name: string }[]
  priority: Priority
  /** Who set it, where it is not the one it began with. */
  priorityBy: 'agent' | 'breadth' | null
  /** Since when it is a general fault, how many companies reported it within how many minutes, and how many wait now. */
  general: { since: Date; partners: number; minutes: number; open: number } | null
  reproduced: boolean | null
  workaround: string
  /** First and next answer, as far as they are promised. */
  clocks: ClockView[]
  held: HeldView | null
  /** Something came in that the reader has not opened; `readAt` is how far she had read (null: never opened). */
  unread: boolean
  readAt: Date | null
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
  allowed: {
    answer: boolean
    ask: boolean
    note: boolean
    take: boolean
    assign: boolean
    close: boolean
    /** Topic, priority, team, what was found. */
    change: boolean
  }
}
