import type { Tx } from '@/lib/db'
import type { Claimed, Words } from '@/lib/delivery'

/** What the worker knows about one kind of delivery. Both join the transaction that is over before the socket opens. */
export type Kind = {
  /** The words, from what is true now; `why` when there is nothing to say any more. */
  compose(tx: Tx, now: Date, claimed: Claimed): Promise<Words | { why: string }>
  /** Read last, just before sending: why it is not wanted any more, or null when it is. */
  guard(tx: Tx, now: Date, claimed: Claimed): Promise<string | null>
}
