import type { TopicLabel } from '@/lib/catalog/schema'
import type { CompletedReason, TicketState, Turn } from './states'
import type { ClaimState, Person } from './view-types'

/* What a company's list of requests is asked for and answers. Browser-safe. */

export const LIST_TABS = ['needs_you', 'with_us', 'closed'] as const
export type ListTab = (typeof LIST_TABS)[number]

/** A tab, or all of them at once: where a search or a filter leads until a tab is chosen. */
export const LIST_PLACES = [...LIST_TABS, 'all'] as const
export type ListPlace = (typeof LIST_PLACES)[number]

/** Everybody's in the company, or the reader's own. */
export type Scope = 'company' | 'mine'

/** Requests that a search finds at most, newest first. */
export const MOST_FOUND = 500

/** Characters of a search; what comes after them is not looked at. */
export const LONGEST_SEARCH = 200

/** 003-31, 004-11. Days are the reader's own, both included: 2026-11-22. */
export type ListFilters = {
  search?: string | undefined
  from?: string | undefined
  to?: string | undefined
  status?: TicketState | undefined
  topicId?: string | undefined
}

/** What every list shows of its rows. */
export type Row = {
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

/** A text in pieces; `hit` pieces are what was looked for. */
export type Marked = readonly { text: string; hit: boolean }[]

export type PartnerRow = Row & {
  openedBy: Person
  completedReason: CompletedReason | null
  /** Something new for this reader since she last looked. */
  unread: boolean
  /** In the archive: what the support said last (004-12), and the stars it was given. */
  lastWords: string | null
  stars: number | null
  /** What a search met: in the subject, else where it was met. */
  found: { subject: Marked; excerpt: Marked | null } | null
}

export type PartnerList = {
  tab: ListPlace
  scope: Scope
  /** Whether the reader may see colleagues' requests at all; if not, scope is always 'mine'. */
  seesCompany: boolean
  /** Of what the filters leave; up to MOST_COUNTED, one more means "and more". */
  counts: Record<ListTab, number>
  rows: PartnerRow[]
  nextCursor: string | null
  /** Whether a search or a filter is at work. */
  filtered: boolean
  /** The search met more than it shows: the newest MOST_FOUND are here. */
  tooMany: boolean
  /** Topics to filter by: those of her newest requests, in her language's order. */
  topics: TopicLabel[]
}

/** A request as a line of a file. */
export type TicketExport = Omit<Row, 'hasFiles'> & {
  openedBy: Person
  completedReason: CompletedReason | null
  firstAnsweredAt: Date | null
  completedAt: Date | null
  stars: number | null
  comment: string
}
