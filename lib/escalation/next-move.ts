import { patience } from './ladder'
import type { Next } from './schema'
import type { Context, Escalation, Policy, Recipient } from './transition-types'

/** What the engine does next by itself, as of `now`; null when it waits for nothing. */
export function nextMove(row: Escalation, policy: Policy, now: Date): Next | null {
  const { state, nextAt, step } = row
  if (!nextAt) return null
  if (state === 'ASSESSING') return { at: nextAt, move: 'assess_ends' }
  if (state === 'ACKED') return { at: nextAt, move: 'ack_expires' }
  // Longer than its place ever waits: the policy's hours hold it back.
  if (state === 'PAGING' && nextAt.getTime() - now.getTime() > patience(row, policy) * 1000)
    return { at: nextAt, move: 'hold_ends' }
  return { at: nextAt, move: step > policy.steps.length ? 'repages' : 'pages_next' }
}

/**
 * Whom the next move reaches, were it now: the next step that reaches somebody, a new walk while the policy repeats, else
 * the catch-all. Told to the engineer on the night page: "goes to Marta in 4:12".
 */
export function nextReached(
  row: Escalation,
  { policy, steps, catchAll }: Pick<Context, 'policy' | 'steps' | 'catchAll'>,
): readonly Recipient[] {
  const reaching = (recipients: readonly Recipient[]) => recipients.some(({ methods }) => methods.length > 0)
  const after = row.state === 'ACKED' ? steps : steps.slice(row.step)
  const ahead = after.find(reaching)
  if (ahead) return ahead
  const again = row.step <= policy.steps.length && row.loop < policy.repeat ? steps.find(reaching) : undefined
  return again ?? catchAll
}
