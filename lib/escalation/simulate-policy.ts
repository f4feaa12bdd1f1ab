import type { Schedule } from '@/lib/oncall/schema'
import type { SimulatedStretch } from './dry-run-types'
import type { Paging, PolicyStep } from './policy-schema'

/** What is known of the people that targets stand for. */
export type SimulatedPeople = { leads: readonly string[]; consultant: string | null }

/** A policy over a range of time, stretch by stretch; pure. */
export function simulatePolicy(
  _policy: { steps: readonly PolicyStep[]; paging: Paging },
  _schedules: ReadonlyMap<string, Schedule>,
  _people: SimulatedPeople,
  _range: { from: Date; to: Date },
): SimulatedStretch[] {
  return []
}
