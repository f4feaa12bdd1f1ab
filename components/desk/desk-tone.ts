import { toneOf } from '@/components/tickets/ticket-tone'
import type { Tone } from '@/components/ui/tone'
import type { ClaimState, QueueRow } from '@/lib/tickets/schema'

/** Whether a claim still asks for something: it is being assessed, or people are at work on it. */
export function isUrgentNow(claim: ClaimState | null): boolean {
  return claim === 'claimed' || claim === 'confirmed'
}

/** Colour of a row's rail and its chip: an open urgent claim before the state. */
export function toneOfRow({ state, claim }: Pick<QueueRow, 'state' | 'claim'>): Tone {
  return isUrgentNow(claim) && state !== 'completed' ? 'urgent' : toneOf(state)
}

/** Which word of `desk.chip` goes with it. */
export function chipOfRow({ state, claim }: Pick<QueueRow, 'state' | 'claim'>): QueueRow['state'] | 'urgent' {
  return isUrgentNow(claim) && state !== 'completed' ? 'urgent' : state
}
