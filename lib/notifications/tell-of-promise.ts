import type { Tx } from '@/lib/db'
import { type TicketFact, tell } from './tell'

/** `promise`: which one, as sla names it; `dueAt`: its deadline. */
type PromiseFact = TicketFact & { promise: string; dueAt: Date }

/** A promise comes due soon; to whoever works on the request. */
export function tellPromiseWarning(tx: Tx, now: Date, { promise, dueAt, ...fact }: PromiseFact): Promise<void> {
  return tell(tx, now, 'promise.warning', fact, { promise, dueAt: dueAt.toISOString() })
}

/** A promise was not kept; to the leads. */
export function tellPromiseBroken(tx: Tx, now: Date, { promise, dueAt, ...fact }: PromiseFact): Promise<void> {
  return tell(tx, now, 'promise.breach', fact, { promise, dueAt: dueAt.toISOString() })
}
