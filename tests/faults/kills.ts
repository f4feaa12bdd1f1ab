import type { Failpoint } from '@/lib/foundation/failpoint'

/** Who is killed, and when: at a named moment, or somewhere in the middle of things. */
export type Kill = { who: 'worker'; at: Failpoint } | { who: 'worker' | 'web'; at: 'random' }

const order: readonly Kill[] = [
  { who: 'worker', at: 'after_plan_commit' },
  { who: 'worker', at: 'after_claim_commit' },
  { who: 'worker', at: 'after_send' },
  { who: 'worker', at: 'before_settle' },
  { who: 'web', at: 'random' },
  { who: 'worker', at: 'random' },
]

/** `count` kills, each kind in its turn. */
export function kills(count: number): Kill[] {
  return Array.from({ length: count }, (_, round) => order[round % order.length] as Kill)
}

/** A kill that can leave the outcome of a send unknown: only such a one may double a message (invariant 8). */
export function mayDouble({ who, at }: Kill): boolean {
  return who === 'worker' && (at === 'after_send' || at === 'before_settle' || at === 'random')
}
