import type { Tx } from '@/lib/db'

/** Names of the living keys and heartbeats that open escalations by this policy: it cannot be archived under them. */
export async function usesOfPolicy(tx: Tx, policyId: string): Promise<string[]> {
  const keys = await tx.alertKey.findMany({ where: { policyId, revokedAt: null }, select: { name: true } })
  const beats = await tx.heartbeat.findMany({ where: { policyId, archivedAt: null }, select: { name: true } })
  return [...keys, ...beats].map(({ name }) => name)
}
