import type { Partner } from '@/lib/partners'

/** Who has not been live yet; a company that pauses was. */
const NOT_LIVE: readonly string[] = ['interested', 'onboarding']

/** Whether a company's integration has gone live (000-02). */
export function isLive({ lifecycle }: Pick<Partner, 'lifecycle'>): boolean {
  return !NOT_LIVE.includes(lifecycle)
}
