import type { Tone } from '@/components/ui/tone'
import type { CallState } from '@/lib/escalation/schema'

/** What a called company is shown of a call: red only while it waits for it. */
export const callTone: Record<CallState, Tone> = {
  waiting: 'urgent',
  late: 'urgent',
  taken: 'open',
  fixed: 'done',
  muted: 'closed',
}
