import type { StaffActor } from '@/lib/authz'
import type { DryRun } from './dry-run-types'
import type { Direction, Severity } from './transition-types'

/** Which policy is asked about: one by id, else the one of a direction and severity. */
export type DryRunQuery = { policyId?: string; direction?: Direction; severity: Severity; partnerId?: string }

/** "Who would be called now, by which channel, and when": a dry run; null when there is no such policy. */
export async function whoWouldBeCalled(_actor: StaffActor, _query: DryRunQuery): Promise<DryRun | null> {
  return null
}
