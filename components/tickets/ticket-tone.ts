import type { Tone } from '@/components/ui/tone'
import type { CompletedReason, TicketState } from '@/lib/tickets/schema'

const tones: Record<Exclude<TicketState, 'completed'>, Tone> = {
  created: 'new',
  in_progress: 'open',
  awaiting_partner: 'wait',
  answered: 'answered',
}

/** Shape and colour of a state: solved and rated are a tick, every other way of completing is a dash. */
export function toneOf(state: TicketState, reason: CompletedReason | null = null): Tone {
  if (state !== 'completed') return tones[state]
  return reason === 'solved' || reason === 'rated' ? 'done' : 'closed'
}
