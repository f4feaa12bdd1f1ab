import type { Holiday } from '@/lib/calendar'
import { onCall, type Schedule, shifts } from '@/lib/oncall'
import type { SimulatedStretch } from './dry-run-types'
import { nextCover } from './next-cover'
import { heldUntil, openWindows } from './paging-window'
import type { Paging, PolicyStep, PolicyTarget } from './policy-schema'

/** What is known of the people that targets stand for. */
export type SimulatedPeople = { leads: readonly string[]; consultant: string | null }

type Simulated = { steps: readonly PolicyStep[]; paging: Paging }

/**
 * Whom each step of a policy would call over [from, to), as the schedules stand: stretches that tile the range, each with the
 * same people throughout and different from the one before. A step that reaches nobody is passed at once; a stretch in which
 * no step reaches anybody is a gap. `holidays`: of the calendar that the policy's window names. Pure; `schedules` by id.
 */
export function simulatePolicy(
  policy: Simulated,
  schedules: ReadonlyMap<string, Schedule>,
  people: SimulatedPeople,
  { from, to }: { from: Date; to: Date },
  holidays: readonly Holiday[] = [],
): SimulatedStretch[] {
  const named = policy.steps.flatMap(({ targets }) =>
    targets.flatMap((target) => (target.kind === 'schedule' ? (schedules.get(target.scheduleId) ?? []) : [])),
  )
  const found: SimulatedStretch[] = []
  const edges = edgesOf(policy.paging, named, from, to, holidays)
  for (const [index, edge] of edges.entries()) {
    const steps = policy.steps.map(({ targets }) => stepAt(targets, schedules, people, edge))
    const gap = steps.every((step) => step.people.length === 0 && step.systems === 0 && !step.partner)
    const stretch = {
      from: edge,
      to: edges[index + 1] ?? to,
      steps,
      heldUntil: heldAt(policy.paging, named, edge, holidays),
      gap,
    }
    const last = found.at(-1)
    if (last && sayOf(last) === sayOf(stretch)) last.to = stretch.to
    else found.push(stretch)
  }
  return found
}

/** Every instant of [from, to) at which an answer may change, in order, beginning with `from`. */
function edgesOf(
  paging: Paging,
  named: readonly Schedule[],
  from: Date,
  to: Date,
  holidays: readonly Holiday[],
): Date[] {
  if (from >= to) return []
  const times = new Set([from.getTime()])
  const note = (at: Date) => from <= at && at < to && times.add(at.getTime())
  for (const schedule of named) for (const shift of shifts(schedule, from, to)) note(shift.from)
  if (paging.hold?.length) {
    for (const open of openWindows(paging, from, to, holidays)) {
      note(open.from)
      note(open.to)
    }
  }
  return [...times].sort((a, b) => a - b).map((time) => new Date(time))
}

function stepAt(
  targets: readonly PolicyTarget[],
  schedules: ReadonlyMap<string, Schedule>,
  { leads, consultant }: SimulatedPeople,
  at: Date,
): SimulatedStretch['steps'][number] {
  const told = targets.flatMap((target): readonly string[] => {
    if (target.kind === 'user') return [target.membershipId]
    if (target.kind === 'leads') return leads
    if (target.kind === 'consultant') return consultant ? [consultant] : []
    const schedule = target.kind === 'schedule' ? schedules.get(target.scheduleId) : undefined
    const primary = schedule && onCall(schedule, at).primary
    return primary ? [primary] : []
  })
  return {
    people: [...new Set(told)],
    systems: targets.filter(({ kind }) => kind === 'webhook').length,
    partner: targets.some(({ kind }) => kind === 'partner_contacts'),
  }
}

function heldAt(paging: Paging, named: readonly Schedule[], at: Date, holidays: readonly Holiday[]): Date | null {
  const [severity] = paging.hold ?? []
  if (!severity) return null
  return heldUntil(paging, severity, at, { holidays, nextOn: (time) => nextCover(named, time) })?.until ?? null
}

function sayOf({ steps, heldUntil: held, gap }: SimulatedStretch): string {
  return JSON.stringify([steps, held, gap])
}
