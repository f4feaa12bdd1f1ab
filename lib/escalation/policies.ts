import * as z from 'zod/mini'
import type { Tx } from '@/lib/db'
import { log } from '@/lib/foundation/log'
import {
  type Paging,
  type PolicyStep,
  type PolicyTarget,
  policyPaging,
  policyStep,
  policyTarget,
} from './policy-schema'
import type { Policy, Severity } from './transition-types'

/** A policy version as a run keeps it from its opening on (invariant 14). */
export type FrozenPolicy = {
  id: string
  policy: Policy
  steps: PolicyStep[]
  /** Empty: the leads and the default schedule. */
  catchAll: PolicyTarget[]
  paging: Paging
}

/**
 * The version a new run freezes: the newest of the topic's policy, else of the marketplace's default.
 * @throws when the marketplace has none: each is made with a default policy
 */
export async function policyToFreeze(tx: Tx, marketplaceId: string, policyId: string | null): Promise<FrozenPolicy> {
  const named = policyId && (await newest(tx, marketplaceId, { id: policyId }))
  const row = named || (await newest(tx, marketplaceId, { isDefault: true }))
  if (!row) throw new Error('the marketplace has no default policy')
  return frozen(row)
}

/** The version with which a partner is called at a severity; the default one should the marketplace have none for it. */
export async function outPolicyToFreeze(tx: Tx, marketplaceId: string, severity: Severity): Promise<FrozenPolicy> {
  const row = await newest(tx, marketplaceId, { direction: 'OUT', severity })
  return row ? frozen(row) : policyToFreeze(tx, marketplaceId, null)
}

type Which = { id: string } | { isDefault: boolean } | { direction: 'OUT'; severity: Severity }

function newest(tx: Tx, marketplaceId: string, policy: Which) {
  return tx.policyVersion.findFirst({
    where: { marketplaceId, policy: { ...policy, archivedAt: null } },
    orderBy: { version: 'desc' },
  })
}

/** The versions that runs were opened with, by id. */
export async function frozenPolicies(tx: Tx, ids: readonly string[]): Promise<Map<string, FrozenPolicy>> {
  const rows = await tx.policyVersion.findMany({ where: { id: { in: [...new Set(ids)] } } })
  return new Map(rows.map((row) => [row.id, frozen(row)]))
}

type Row = {
  id: string
  steps: unknown
  repeat: number
  ackExpirySeconds: number | null
  assessTimeoutSeconds: number
  catchAllEverySeconds: number
  catchAll: unknown
  paging: unknown
}

function frozen(row: Row): FrozenPolicy {
  const steps = read(row.id, z.array(policyStep), row.steps)
  return {
    id: row.id,
    policy: {
      steps: steps.map(({ delaySeconds }) => ({ delaySeconds })),
      repeat: row.repeat,
      ackExpirySeconds: row.ackExpirySeconds,
      assessTimeoutSeconds: row.assessTimeoutSeconds,
      catchAllEverySeconds: row.catchAllEverySeconds,
    },
    steps,
    catchAll: read(row.id, z.array(policyTarget), row.catchAll),
    // Hours that cannot be read hold nothing back.
    paging: read(row.id, z.array(policyPaging), [row.paging])[0] ?? {},
  }
}

/** A version that cannot be read reaches nobody by its steps, so the run is at the catch-all at once instead of silent. */
function read<T>(versionId: string, schema: z.ZodMiniType<T[]>, value: unknown): T[] {
  const parsed = schema.safeParse(value)
  if (!parsed.success) log.error({ policyVersion: versionId, issues: parsed.error.issues }, 'a policy cannot be read')
  return parsed.success ? parsed.data : []
}
