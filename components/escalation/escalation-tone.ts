import type { Tone } from '@/components/ui/tone'
import type { EscalationState } from '@/lib/escalation/schema'

const tones: Record<EscalationState, Tone> = {
  ASSESSING: 'wait',
  PAGING: 'urgent',
  UNANSWERED: 'urgent',
  ACKED: 'open',
  DECLINED: 'closed',
  RESOLVED: 'done',
}

/** Shape and colour of an escalation: red only while nobody has it. */
export function toneOfEscalation(state: EscalationState): Tone {
  return tones[state]
}
