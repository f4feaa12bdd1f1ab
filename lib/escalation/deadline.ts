import type { PolicyStep } from './policy-schema'

/**
 * Until when a partner that is called at `openedAt` is expected to answer (000-16): the delays of the steps before the first
 * one that names anybody else than its own contacts. Every such step after the first is a reminder. Null when the policy
 * does not begin with the partner's contacts: then nothing was asked of it.
 */
export function deadlineOf(steps: readonly PolicyStep[], openedAt: Date): Date | null {
  const others = steps.findIndex(({ targets }) => targets.some(({ kind }) => kind !== 'partner_contacts'))
  const asked = others < 0 ? steps : steps.slice(0, others)
  const seconds = asked.reduce((sum, { delaySeconds }) => sum + delaySeconds, 0)
  return seconds > 0 ? new Date(openedAt.getTime() + seconds * 1000) : null
}
