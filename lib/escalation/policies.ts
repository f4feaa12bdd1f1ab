import * as z from 'zod/mini'
import type { Tx } from '@/lib/db'
import { log } from '@/lib/foundation/log'
import type { Policy } from './transition-types'

const id = z.string().check(z.minLength(1))
const severity = z.enum(['P0', 'P1', 'P2'])

/** Whom a step tells. The last two belong to runs that call a partner; a partner's claim passes over them. */
const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), membershipId: id }),
  z.object({ kind: z.literal('schedule'), scheduleId: id }),
  z.object({ kind: z.literal('partner_contacts'), minSeverity: z.optional(severity) }),
  z.object({ kind: z.literal('webhook'), endpointId: z.optional(id) }),
])
const step = z.object({ delaySeconds: z.number().check(z.gte(0)), targets: z.array(target) })

export type Target = z.infer<typeof target>

/** A policy version as a run keeps it from its opening on (invariant 14). */
export type FrozenPolicy = { id: string; policy: Policy; targets: Target[][]; catchAll: Target[] }

/**
 * The version a new run freezes: the newest of the topic's policy, else of the marketplace's default.
 * @throws when the marketplace has none: each is made with a default policy
 */
export async function policyToFreeze(tx: Tx, marketplaceId: string, policyId: string | null): Promise<FrozenPolicy> {
  const newest = (where: { policyId: string } | { policy: { isDefault: boolean } }) =>
    tx.policyVersion.findFirst({ where: { marketplaceId, ...where }, orderBy: { version: 'desc' } })
  const row = (policyId && (await newest({ policyId }))) || (await newest({ policy: { isDefault: true } }))
  if (!row) throw new Error('the marketplace has no default policy')
  return frozen(row)
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
}

function frozen(row: Row): FrozenPolicy {
  const steps = read(row.id, z.array(step), row.steps)
  return {
    id: row.id,
    policy: {
      steps: steps.map(({ delaySeconds }) => ({ delaySeconds })),
      repeat: row.repeat,
      ackExpirySeconds: row.ackExpirySeconds,
      assessTimeoutSeconds: row.assessTimeoutSeconds,
      catchAllEverySeconds: row.catchAllEverySeconds,
    },
    targets: steps.map(({ targets }) => targets),
    catchAll: read(row.id, z.array(target), row.catchAll),
  }
}

/** A version that cannot be read reaches nobody by its steps, so the run is at the catch-all at once instead of silent. */
function read<T>(versionId: string, schema: z.ZodMiniType<T[]>, value: unknown): T[] {
  const parsed = schema.safeParse(value)
  if (!parsed.success) log.error({ policyVersion: versionId, issues: parsed.error.issues }, 'a policy cannot be read')
  return parsed.success ? parsed.data : []
}
