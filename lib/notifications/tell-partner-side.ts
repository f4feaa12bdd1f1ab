import type { Tx } from '@/lib/db'
import { planMails } from './plan-mails'

export type PauseFact = {
  marketplaceId: string
  partnerId: string
  pauseId: string
  /** Its end: extended, it is reminded of again. */
  untilAt: Date
  recipientIds: readonly string[]
}

/** A maintenance ends soon, or has ended by itself (000-08); to who answers for the company's systems. */
export function tellOfPause(tx: Tx, now: Date, kind: 'pause.reminder' | 'pause.ended', fact: PauseFact): Promise<void> {
  const { marketplaceId, partnerId, pauseId, untilAt, recipientIds } = fact
  return planMails(tx, now, {
    marketplaceId,
    kind,
    subjectKind: 'pause',
    subjectId: pauseId,
    partnerId,
    // The same end is told of once, another end once more.
    factId: `${pauseId} ${untilAt.toISOString()}`,
    recipientIds,
    payload: {},
  })
}

export type CallFact = {
  marketplaceId: string
  partnerId: string
  escalationId: string
  /** Of the event that is told of. */
  seq: number
  recipientIds: readonly string[]
}

/** The partner that was called did something about it (000-16); to the staff who called, by mail. */
export function tellOfCall(tx: Tx, now: Date, fact: CallFact): Promise<void> {
  const { marketplaceId, partnerId, escalationId, seq, recipientIds } = fact
  return planMails(tx, now, {
    marketplaceId,
    kind: 'call.changed',
    subjectKind: 'call',
    subjectId: escalationId,
    partnerId,
    factId: `${escalationId} ${seq}`,
    recipientIds,
    payload: { seq },
  })
}
