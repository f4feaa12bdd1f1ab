import type { Tx } from '@/lib/db'
import { isPaused } from '@/lib/integration'
import { frozenPolicies } from './policies'
import type { Run } from './run'
import { readRun } from './store'
import type { DeliveryKind } from './transition-types'

type Page = { kind: string; subjectId: string; recipientId: string | null; epoch: number; createdAt: Date }

/**
 * The guard of a page, read just before it is sent: why nobody needs it any more, or null when it is still wanted. A page
 * is wanted while its epoch lasts and nobody has taken the run; not by somebody who has passed it on since, and not when
 * the company that is called has said meanwhile that it works on its systems (000-08).
 */
export async function whyNotWanted(tx: Tx, now: Date, page: Page): Promise<string | null> {
  const run = await readRun(tx, page.subjectId)
  if (!run) return 'the escalation is gone'
  if (run.row.epoch !== page.epoch) return 'somebody has taken it and let go since'
  const expected = states[page.kind as DeliveryKind] ?? []
  if (!expected.includes(run.row.state)) return `it is ${run.row.state.toLowerCase()}`
  if (page.kind === 'escalation.repeat') return run.row.ackedBy === page.recipientId ? null : 'somebody else has it'
  if (run.row.direction === 'OUT' && run.partnerId && (await isPaused(tx, run.partnerId, now)))
    return 'the company is in maintenance'
  return (await hasPassedOn(tx, page)) ? 'the reader has passed it on' : null
}

const states: Record<DeliveryKind, Run['row']['state'][]> = {
  'escalation.page': ['PAGING', 'UNANSWERED'],
  'escalation.assess': ['ASSESSING'],
  'escalation.repeat': ['ACKED'],
}

async function hasPassedOn(tx: Tx, { subjectId, recipientId, createdAt }: Page): Promise<boolean> {
  if (recipientId === null) return false
  const passed = await tx.escalationEvent.findFirst({
    where: { escalationId: subjectId, kind: 'passed_on', authorId: recipientId, at: { gt: createdAt } },
    select: { seq: true },
  })
  return passed !== null
}

/** What a page says of its run. */
export type PageFacts = {
  direction: Run['row']['direction']
  source: Run['source']
  ticketId: string | null
  claimId: string | null
  partnerId: string | null
  /** What it is about where no ticket tells it. */
  title: string | null
  detail: string | null
  deadlineAt: Date | null
  severity: Run['row']['severity']
  state: Run['row']['state']
  openedAt: Date
  nextAt: Date | null
  unanswered: boolean
}

/** For the words of a page; null when there is nothing to tell of. */
export async function pageFacts(tx: Tx, escalationId: string): Promise<PageFacts | null> {
  const run = await readRun(tx, escalationId)
  if (!run) return null
  const steps = (await frozenPolicies(tx, [run.policyVersionId])).get(run.policyVersionId)?.policy.steps.length ?? 0
  const { row, source, ticketId, claimId, partnerId, title, detail, deadlineAt, openedAt } = run
  const about = { direction: row.direction, source, ticketId, claimId, partnerId, title, detail, deadlineAt, openedAt }
  const unanswered = row.state === 'UNANSWERED' || row.step > steps
  return { ...about, severity: row.severity, state: row.state, nextAt: row.nextAt, unanswered }
}
