import type { Tone } from '@/components/ui/tone'
import type { HeartbeatState } from '@/lib/alerts/schema'

const tones: Record<HeartbeatState, Tone> = { waiting: 'new', healthy: 'done', missed: 'urgent', paused: 'wait' }

/** Shape and colour of a heartbeat. */
export function toneOfBeat(state: HeartbeatState): Tone {
  return tones[state]
}
