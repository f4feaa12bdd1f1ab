import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '@/lib/identity'

/** Which code: each issue of a method's code is told apart by when it ends. */
export type Issue = { id: string; codeExpiresAt: Date }

/**
 * The six digits that prove an address, made again from the row whenever they are sent or compared (as links in mails
 * are): neither the ledger nor the table holds them.
 */
export function codeOf({ id, codeExpiresAt }: Issue): string {
  const bytes = createHmac('sha256', deriveKey('contact code')).update(`${id} ${codeExpiresAt.getTime()}`).digest()
  return String(bytes.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/** What the row keeps of a code. Keyed: six digits alone could be guessed from any plain hash of them. */
export function hashCode(issue: Issue, code: string): string {
  return createHmac('sha256', deriveKey('contact code hash')).update(`${issue.id} ${code}`).digest('hex')
}

/** Whether this is the code whose hash was kept, in a time that tells nothing. */
export function isCode(issue: Issue, kept: string, written: string): boolean {
  return timingSafeEqual(Buffer.from(kept, 'hex'), Buffer.from(hashCode(issue, written), 'hex'))
}
