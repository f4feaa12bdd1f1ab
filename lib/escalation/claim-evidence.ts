import { falseUrgentRate } from './false-urgent'
import type { Evidence } from './run'
import type { ClaimEvidence, PersonRef } from './schema'

/** What was kept with a run about its claim, as a page shows it: instants and names again. Pure. */
export function claimEvidence(
  { lifecycle, pause, ledger, openRuns, falseUrgent, appeal }: Evidence,
  ref: (membershipId: string | null) => PersonRef | null,
): ClaimEvidence {
  return {
    lifecycle: lifecycle ?? null,
    pause: pause ? { until: new Date(pause.until), reason: pause.reason } : null,
    ledger: ledger ?? null,
    openRuns: openRuns ?? null,
    falseUrgent: falseUrgent ? { ...falseUrgent, rate: falseUrgentRate(falseUrgent) } : null,
    appeal: appeal
      ? {
          text: appeal.text,
          by: ref(appeal.byId),
          declinedBy: ref(appeal.declinedById),
          declinedAt: appeal.declinedAt ? new Date(appeal.declinedAt) : null,
          reason: appeal.reason,
        }
      : null,
  }
}
