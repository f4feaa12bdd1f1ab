import type { Tx } from '@/lib/db'
import { nextMove, nextReached } from './next-move'
import { frozenPolicies } from './policies'
import { reachOf } from './reach'
import type { Run } from './run'

/** What happens next by itself, and the people to whom it would go, were it now. Staff and worker only. */
export async function reachedNext(tx: Tx, now: Date, { marketplaceId, partnerId, policyVersionId, row }: Run) {
  const frozen = (await frozenPolicies(tx, [policyVersionId])).get(policyVersionId)
  if (!frozen) return null
  const { severity } = row
  const move = nextMove(row, frozen.policy, now)
  if (!move) return null
  const [reach] = await reachOf(tx, now, [{ marketplaceId, frozen, severity, partnerId, teamId: null, ownerId: null }])
  const next = reach ? nextReached(row, { policy: frozen.policy, ...reach }) : []
  const reached = next.filter(({ methods }) => methods.length > 0)
  return { move, ids: reached.flatMap(({ membershipId }) => membershipId ?? []) }
}
