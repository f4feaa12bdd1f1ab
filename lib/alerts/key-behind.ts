import type { Tx } from '@/lib/db'
import type { KeyKind, Severity } from './schema'
import { hashOf } from './secret'

export type Key = { id: string; kind: KeyKind; severity: Severity }

/** The living key that a secret is, or was until a rotation's grace ends; null for every other secret. */
export async function keyBehind(tx: Tx, now: Date, secret: string): Promise<Key | null> {
  const hash = hashOf(secret)
  const row = await tx.alertKey.findFirst({
    where: { revokedAt: null, OR: [{ keyHash: hash }, { oldKeyHash: hash, oldKeyUntil: { gt: now } }] },
    select: { id: true, kind: true, severity: true },
  })
  return row && { id: row.id, kind: row.kind as KeyKind, severity: row.severity as Severity }
}
