import { after, SECOND } from '@/lib/foundation/clock'
import type { HeartbeatState } from './schema'

export type Beat = {
  state: HeartbeatState
  everySeconds: number
  graceSeconds: number
  lastSeenAt: Date | null
  nextAt: Date | null
}

/** What the worker makes of a heartbeat. `missed` and `returned` also open and close its run. */
export type BeatMove = { kind: 'none' | 'missed' | 'returned'; state: HeartbeatState; nextAt: Date | null }

/** When a heartbeat that was last seen at `seenAt` counts as missed. */
export function missedAt(
  { everySeconds, graceSeconds }: Pick<Beat, 'everySeconds' | 'graceSeconds'>,
  seenAt: Date,
): Date {
  return after(seenAt, (everySeconds + graceSeconds) * SECOND)
}

/** The heartbeat was heard at `now`: one that was missed is left to the worker, which closes its run. */
export function heard(beat: Beat, now: Date): Pick<BeatMove, 'state' | 'nextAt'> {
  if (beat.state === 'paused') return { state: 'paused', nextAt: null }
  if (beat.state === 'missed') return { state: 'missed', nextAt: now }
  return { state: 'healthy', nextAt: missedAt(beat, now) }
}

/** What is due of a heartbeat at `now`. Looked at late or twice it answers the same as once and in time. */
export function looked(beat: Beat, now: Date): BeatMove {
  const { state, lastSeenAt, nextAt } = beat
  const dies = lastSeenAt && missedAt(beat, lastSeenAt)
  if (nextAt === null || nextAt > now || !dies) return { kind: 'none', state, nextAt }
  if (dies > now) return { kind: state === 'missed' ? 'returned' : 'none', state: 'healthy', nextAt: dies }
  return { kind: state === 'missed' ? 'none' : 'missed', state: 'missed', nextAt: null }
}
