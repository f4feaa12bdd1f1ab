import { hkdfSync } from 'node:crypto'
import { required } from '@/lib/foundation/env'

/** A key of its own for each use, so that no two uses of the one secret can be played against each other (RFC 5869). */
export function deriveKey(use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', required('NEXTAUTH_SECRET'), '', `waybill ${use}`, 32))
}
