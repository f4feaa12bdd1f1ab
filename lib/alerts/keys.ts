import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { after, DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { isKnownPolicy } from './known-policy'
import type { KeyKind, Severity } from './schema'
import { hashOf, newKey } from './secret'

/** How long a rotated key is still taken: long enough to change it everywhere without losing an alert. */
const ROTATION_GRACE = DAY

export type NewKey = { name: string; kind: KeyKind; severity: Severity; policyId: string | null }
/** The only time that the key itself is told. */
type Told = { keyId: string; secret: string }

/** A key for another system. */
export async function createAlertKey(
  actor: StaffActor,
  input: NewKey,
): Promise<Outcome<Told, 'not_allowed' | 'not_found'>> {
  if (!authorize(actor, 'alerts.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    if (!(await isKnownPolicy(tx, input.policyId))) return refuse('not_found')
    const { marketplaceId, membershipId } = actor
    const [id, secret] = [newId(), newKey()]
    const made = { createdAt: now, createdById: membershipId }
    await tx.alertKey.create({ data: { marketplaceId, id, keyHash: hashOf(secret), ...input, ...made } })
    await recordAudit(tx, actor, now, {
      act: 'alert_key.create',
      subjectKind: 'alert_key',
      subjectId: id,
      after: { name: input.name, kind: input.kind },
    })
    return ok({ keyId: id, secret })
  })
}

/** A new key in the place of the old one, which is still taken for a day. */
export async function rotateAlertKey(
  actor: StaffActor,
  { keyId }: { keyId: string },
): Promise<Outcome<Told, 'not_allowed' | 'not_found'>> {
  if (!authorize(actor, 'alerts.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const key = await tx.alertKey.findFirst({ where: { id: keyId, revokedAt: null } })
    if (!key) return refuse('not_found')
    const secret = newKey()
    const oldKeyUntil = after(now, ROTATION_GRACE)
    // Only over the key that was read: two rotations at once must not leave one of them with a key that never works.
    const { count } = await tx.alertKey.updateMany({
      where: { id: keyId, revokedAt: null, keyHash: key.keyHash },
      data: { keyHash: hashOf(secret), oldKeyHash: key.keyHash, oldKeyUntil },
    })
    if (count === 0) return refuse('not_found')
    await recordAudit(tx, actor, now, { act: 'alert_key.rotate', subjectKind: 'alert_key', subjectId: keyId })
    return ok({ keyId, secret })
  })
}

/** From now on nothing is taken with it. Runs that it opened stay. */
export async function revokeAlertKey(
  actor: StaffActor,
  { keyId }: { keyId: string },
): Promise<Outcome<null, 'not_allowed' | 'not_found'>> {
  if (!authorize(actor, 'alerts.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const { count } = await tx.alertKey.updateMany({
      where: { id: keyId, revokedAt: null },
      data: { revokedAt: now, oldKeyHash: null, oldKeyUntil: null },
    })
    if (count === 0) return refuse('not_found')
    await recordAudit(tx, actor, now, { act: 'alert_key.revoke', subjectKind: 'alert_key', subjectId: keyId })
    return ok(null)
  })
}
