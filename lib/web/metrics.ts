import { createHash, timingSafeEqual } from 'node:crypto'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/foundation/env'
import { withoutTenant } from '@/lib/tenancy'
import { bearerOf } from './machine-route'

/**
 * The measures as text, or null for whoever does not show WAYBILL_METRICS_TOKEN; to everybody while there is none: what
 * they tell (which marketplace lags) is the operator's alone.
 */
export async function metricsFor(
  request: Request,
  measures: (tx: Tx, now: Date) => Promise<string>,
): Promise<string | null> {
  const token = env().WAYBILL_METRICS_TOKEN
  if (!token || !timingSafeEqual(digest(token), digest(bearerOf(request)))) return null
  return withoutTenant(measures)
}

/** Of equal length whatever is shown, as comparing in constant time asks. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
