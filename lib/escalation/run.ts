import type { FalseUrgent } from './false-urgent'
import type { Source } from './schema'
import type { Escalation, EscalationEvent, Severity } from './transition-types'

/** What was known when a run was opened (000-06). What has no source is absent. */
export type Evidence = {
  /** The promise that was not kept, and since when (ISO). */
  breach?: { kind: string; dueAt: string }
  /** Open requests of the same topic by other partners. */
  sameTopic?: { tickets: number; partners: number; windowMinutes: number }
  /** The marketplace's calendar was open. */
  staffed?: boolean
  /** How far the company's integration was: onboarding, live. */
  lifecycle?: string
  /** It was in maintenance (000-08); until when (ISO). */
  pause?: { until: string; reason: string }
  /** What had left for its people in the hours before. */
  ledger?: { pages: number; mails: number; failed: number; hours: number }
  /** Other runs of it that were open: calls to it, and others. */
  openRuns?: { calls: number; others: number }
  /** Its earlier claims. */
  falseUrgent?: FalseUrgent
  /** It was declined before, and the partner objected; times ISO, people as memberships. */
  appeal?: {
    text: string
    byId: string | null
    declinedById: string | null
    declinedAt: string | null
    reason: string | null
  }
}

/** A run as it stands in its table: what only `transition` decides (`row`), and what it was opened with. */
export type Run = {
  marketplaceId: string
  id: string
  dedupKey: string
  source: Source
  /** The alert or heartbeat that it came from. */
  sourceId: string | null
  /** The company it is about; of an OUT run the one that is called. Always there with a ticket or a claim. */
  partnerId: string | null
  /** What it is about where no ticket tells it, in the words of whoever opened it. */
  title: string | null
  detail: string | null
  /** OUT: until when the company is expected to answer (000-16). */
  deadlineAt: Date | null
  ticketId: string | null
  claimId: string | null
  policyVersionId: string
  openedAt: Date
  closedAt: Date | null
  evidence: Evidence
  row: Escalation
}

type StoredRun = {
  marketplaceId: string
  id: string
  dedupKey: string
  direction: string
  source: string
  sourceId: string | null
  partnerId: string | null
  title: string | null
  detail: string | null
  deadlineAt: Date | null
  ticketId: string | null
  claimId: string | null
  severity: string
  policyVersionId: string
  state: string
  step: number
  loop: number
  epoch: number
  nextAt: Date | null
  ackedById: string | null
  ackedAt: Date | null
  assessedById: string | null
  assessedAt: Date | null
  openedAt: Date
  closedAt: Date | null
  lastSeq: number
  evidence: unknown
}

export function runOf(stored: StoredRun): Run {
  const { marketplaceId, id, dedupKey, ticketId, claimId, policyVersionId, openedAt, closedAt } = stored
  const { sourceId, partnerId, title, detail, deadlineAt } = stored
  const { epoch, loop, step, nextAt, ackedAt, lastSeq } = stored
  return {
    marketplaceId,
    id,
    dedupKey,
    source: stored.source as Source,
    sourceId,
    partnerId,
    title,
    detail,
    deadlineAt,
    ticketId,
    claimId,
    policyVersionId,
    openedAt,
    closedAt,
    evidence: stored.evidence as Evidence,
    row: {
      direction: stored.direction as Escalation['direction'],
      state: stored.state as Escalation['state'],
      severity: stored.severity as Severity,
      epoch,
      loop,
      step,
      nextAt,
      ackedBy: stored.ackedById,
      ackedAt,
      confirmedBy: stored.assessedById,
      confirmedAt: stored.assessedAt,
      lastSeq,
    },
  }
}

type StoredEvent = { seq: number; at: Date; kind: string; authorId: string | null; data: unknown }

/** An event as `fold` reads it: the times inside its data are instants again. */
export function eventOf({ seq, at, kind, authorId, data }: StoredEvent): EscalationEvent {
  const facts = Object.entries(data as Record<string, unknown>).map(([name, value]) => [
    name,
    instants.includes(name) && typeof value === 'string' ? new Date(value) : value,
  ])
  return { ...Object.fromEntries(facts), seq, at, kind, by: authorId } as EscalationEvent
}

const instants = ['nextAt', 'nextWorkingAt']
