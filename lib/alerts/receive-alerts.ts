import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { throttle } from '@/lib/identity'
import { asMachine, wakeWorker } from '@/lib/tenancy'
import { keyBehind } from './key-behind'
import { findingsIn } from './read-payload'
import { hashOf } from './secret'
import { lockFindings, writeFiring, writeResolved } from './write-findings.sql'

/** How old "last used" may be before it is written again, in milliseconds: not each report needs a write. */
const USED_STEP = 60_000

/** Who reports, and what. `place`: where the caller is, for the throttle. */
export type Report = { marketplaceId: string; secret: string; place: string; body: unknown }

/**
 * Takes a report of a monitoring system: its findings are rows when this answers, and the worker opens, repeats or closes
 * their runs from them. Reporting the same again is harmless. Refused alike for a key that is not, is another
 * marketplace's or was revoked (`unknown_key`), and for what is no report of the key's kind (`unreadable`).
 */
export async function receiveAlerts(
  report: Report,
): Promise<Outcome<{ findings: number }, 'unknown_key' | 'unreadable' | 'too_many_attempts'>> {
  const { marketplaceId, secret, place, body } = report
  const refused = await throttle('machine', { address: hashOf(secret), place })
  if (refused) return refused
  return asMachine(marketplaceId, async (tx, now) => {
    const key = await keyBehind(tx, now, secret)
    if (!key) return refuse('unknown_key')
    const findings = findingsIn(key.kind, body, key.severity)
    if (!findings) return refuse('unreadable')
    const from = { marketplaceId, keyId: key.id }
    await lockFindings(tx, from, findings)
    await writeResolved(tx, now, from, findings)
    await writeFiring(tx, now, from, findings)
    await tx.alertKey.updateMany({
      where: { id: key.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: new Date(now.getTime() - USED_STEP) } }] },
      data: { lastUsedAt: now },
    })
    await wakeWorker(tx)
    return ok({ findings: findings.length })
  })
}
