import type { Tx } from '@/lib/db'
import { policyChoices } from '@/lib/escalation'

/** Whether a key or heartbeat may point at it; null is the marketplace's default. */
export async function isKnownPolicy(tx: Tx, policyId: string | null): Promise<boolean> {
  return policyId === null || (await policyChoices(tx)).some(({ id }) => id === policyId)
}
