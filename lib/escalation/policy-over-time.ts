import { authorize, type StaffActor } from '@/lib/authz'
import { activePeople, peopleOf } from '@/lib/identity'
import { defaultScheduleId, type StoredSchedule, scheduleOf } from '@/lib/oncall'
import { asStaff } from '@/lib/tenancy'
import { frozenPolicies } from './policies'
import type { PolicyOverTime } from './policy-types'
import { newestOf } from './save-policy'
import { simulatePolicy } from './simulate-policy'

/** Shifts that one page shows at the most. */
const MOST = 120

/**
 * Who each step would call over a time to come, shift by shift, by the schedules as they stand; nothing is written. Null:
 * there is no such policy. More than a screen can hold is cut, and said so.
 */
export async function policyOverTime(
  actor: StaffActor,
  { policyId, from, to }: { policyId: string; from: Date; to: Date },
): Promise<PolicyOverTime | null> {
  if (!authorize(actor, 'policy.read')) return null
  return asStaff(actor, async (tx) => {
    const newest = await newestOf(tx, policyId)
    const frozen = newest && (await frozenPolicies(tx, [newest.id])).get(newest.id)
    if (!frozen) return null
    const named = frozen.steps.flatMap(({ targets }) =>
      targets.flatMap((target) => (target.kind === 'schedule' ? [target.scheduleId] : [])),
    )
    const byDefault = await defaultScheduleId(tx)
    const schedules = new Map<string, StoredSchedule>()
    for (const id of new Set(byDefault ? [...named, byDefault] : named)) {
      const schedule = await scheduleOf(tx, id, from)
      if (schedule) schedules.set(id, schedule)
    }
    const staff = await activePeople(tx, { partnerId: null, roles: ['lead', 'admin'] })
    const leads = staff.filter(({ role }) => role === 'lead')
    const people = {
      leads: (leads.length > 0 ? leads : staff).map(({ membershipId }) => membershipId),
      consultant: null,
    }
    const stretches = simulatePolicy(frozen, schedules, people, { from, to })
    const shown = stretches.slice(0, MOST)
    const names = await peopleOf(
      tx,
      shown.flatMap(({ steps }) => steps.flatMap((step) => step.people)),
    )
    return {
      from,
      to,
      steps: frozen.steps.length,
      hold: frozen.paging.hold ?? [],
      cut: stretches.length > MOST,
      stretches: shown.map(({ steps, ...stretch }) => ({
        ...stretch,
        steps: steps.map((step) => ({
          ...step,
          people: step.people.map((id) => ({ membershipId: id, name: names.get(id)?.name ?? '' })),
        })),
      })),
    }
  })
}
