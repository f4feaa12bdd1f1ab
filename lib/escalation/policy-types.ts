import type { DeliveryFate } from '@/lib/delivery/schema'
import type { Locale } from '@/lib/i18n/locales'
import type { PersonRef } from '@/lib/oncall/schema'
import type { DryRun } from './dry-run-types'
import type { PolicyDefinition } from './policy-form'
import type { Direction, EscalationState, Severity } from './transition-types'

/* What the pages of policies and webhook endpoints show. */

export type PolicyKey = { direction: Direction; severity: Severity | null }

export type PolicyListItem = PolicyKey & {
  id: string
  name: string
  isDefault: boolean
  archivedAt: Date | null
  version: number
  /** In the reader's language. */
  sentences: string[]
  /** Names of the topics that use it. */
  topics: string[]
  /** Seconds within which the partner is expected to answer; null for policies by which we are called. */
  deadlineSeconds: number | null
}

export type PolicyList = {
  policies: PolicyListItem[]
  /** Severities for which no policy says whom to call at a partner. */
  missing: Severity[]
  allowed: { edit: boolean }
}

/** `minus` and `plus`: the sentences that went and came with it, compared with the version before. */
export type PolicyVersionView = {
  version: number
  at: Date
  by: PersonRef | null
  sentences: string[]
  minus: string[]
  plus: string[]
}

export type PolicyPage = PolicyListItem & {
  now: Date
  /** Open escalations that began with a version before the newest. */
  openUnderOlder: number
  /** Newest first. */
  versions: PolicyVersionView[]
  warnings: PolicyWarning[]
  /** Of a policy by which partners are called: whom it may be tried on. */
  partners: { id: string; name: string }[]
  allowed: Record<'edit' | 'makeDefault' | 'archive', boolean>
}

/** What somebody should know before a policy is saved. */
export type PolicyWarning =
  | { kind: 'no_steps' }
  | { kind: 'step_reaches_nobody'; step: number }
  | { kind: 'unreachable'; names: string[] }
  | { kind: 'endpoint_disabled'; name: string }
  | { kind: 'held'; severities: Severity[] }

/** What targets may be chosen from; `reachable` false: no verified way takes pages of every severity. */
export type PolicyChoices = {
  people: (PersonRef & { role: string; reachable: boolean })[]
  schedules: { id: string; name: string }[]
  endpoints: { id: string; name: string; disabled: boolean }[]
  calendars: { id: string; name: string }[]
  /** The marketplace's own. */
  timeZone: string
}

export type PolicyForm = PolicyKey & {
  policyId: string | null
  isDefault: boolean
  /** The newest; 0 for a policy that is being written. */
  version: number
  definition: PolicyDefinition
  choices: PolicyChoices
  /** Open escalations, which keep the version they began with. */
  openNow: number
}

export type PolicyPreview = { sentences: string[]; warnings: PolicyWarning[] }

export type EndpointView = {
  id: string
  name: string
  url: string
  createdAt: Date
  createdBy: PersonRef | null
  disabledAt: Date | null
  /** The newest test, and what became of it. */
  test: { at: Date; status: DeliveryFate['status']; detail: string | null } | null
  /** Names of the policies whose newest version tells it. */
  usedBy: string[]
}

export type EndpointList = { now: Date; endpoints: EndpointView[]; allowed: { edit: boolean } }

/** Who each step would call, stretch by stretch. `gap`: no step reaches anybody. */
export type PolicyOverTime = {
  from: Date
  to: Date
  /** How many steps there are. */
  steps: number
  /** What waits where a stretch says so. */
  hold: Severity[]
  /** There are more than are shown. */
  cut: boolean
  stretches: {
    from: Date
    to: Date
    steps: { people: PersonRef[]; systems: number; partner: boolean }[]
    heldUntil: Date | null
    gap: boolean
  }[]
}

/** What paging the engineer on call about a ticket would do (A8). */
export type PagePreview = {
  ticket: { id: string; number: string; subject: string }
  partner: string
  /** The escalation of this ticket that is open already; paging then tells it once more. */
  open: { id: string; state: EscalationState; severity: Severity; owner: string | null } | null
  runs: Partial<Record<Severity, DryRun>>
  /** What the first one who is reached would read, in her language. */
  sample: { name: string; locale: Locale; titles: Record<Severity, string>; text: string; take: string } | null
}
