import { contactsOf } from '@/lib/contacts'
import type { Tx } from '@/lib/db'
import { log } from '@/lib/foundation/log'
import { activePeople, type Person, peopleOf } from '@/lib/identity'
import { defaultScheduleId, onCall, scheduleOf } from '@/lib/oncall'
import { teamMemberIds } from '@/lib/teams'
import type { FrozenPolicy, Target } from './policies'
import type { Method, Recipient, Severity } from './transition-types'

/** Whose reach is asked for: a run with its frozen policy. `teamId`: the topic's team, asked to assess. */
export type Asking = { frozen: FrozenPolicy; severity: Severity; teamId: string | null; ownerId: string | null }

export type Reach = {
  steps: Recipient[][]
  assess: Recipient[]
  catchAll: Recipient[]
  owner: Recipient | null
}

/**
 * Who each of these runs would reach at `now`: schedules, teams and contact methods are read once for all of them.
 * Steps reach people by their own notify rules alone; who is asked to assess, the catch-all and an owner are reached at
 * their account's address when they have no rule, because beyond them there is nobody.
 */
export async function reachOf(tx: Tx, now: Date, asking: readonly Asking[]): Promise<Reach[]> {
  const duty = await onCallBy(tx, now, asking)
  const teams = await membersBy(tx, asking)
  const leads = await leadsOrAdmins(tx)
  const plans = asking.map(({ frozen, teamId, ownerId }) => {
    const people = (targets: readonly Target[]) => targets.flatMap((target) => membersOf(target, duty))
    const steps = frozen.targets.map(people)
    const firstSchedule = frozen.targets.flat().find((target) => target.kind === 'schedule')
    const standby = duty.get(firstSchedule?.kind === 'schedule' ? firstSchedule.scheduleId : DEFAULT) ?? []
    const named = people(frozen.catchAll)
    return {
      steps,
      assess: [...((teamId && teams.get(teamId)) || []), ...standby],
      catchAll: named.length > 0 ? named : [...leads, ...(duty.get(DEFAULT) ?? [])],
      owner: ownerId,
    }
  })
  const methods = await methodsBy(tx, asking, plans)
  return plans.map((plan, index) => {
    const severity = asking[index]?.severity ?? 'P0'
    const recipients = (ids: readonly string[], kind: 'rules' | 'always') =>
      [...new Set(ids)].map((membershipId) => ({ membershipId, methods: methods(membershipId, severity, kind) }))
    return {
      steps: plan.steps.map((ids) => recipients(ids, 'rules')),
      assess: recipients(plan.assess, 'always'),
      catchAll: recipients(plan.catchAll, 'always'),
      owner: plan.owner === null ? null : (recipients([plan.owner], 'always')[0] ?? null),
    }
  })
}

const DEFAULT = 'default'

type OnCallBy = Map<string, string[]>

async function onCallBy(tx: Tx, now: Date, asking: readonly Asking[]): Promise<OnCallBy> {
  const found: OnCallBy = new Map()
  const named = asking.flatMap(({ frozen }) => [...frozen.targets.flat(), ...frozen.catchAll])
  const ids = new Set(named.flatMap((target) => (target.kind === 'schedule' ? [target.scheduleId] : [])))
  const byDefault = await defaultScheduleId(tx)
  for (const id of byDefault ? [...ids, byDefault] : ids) {
    if (found.has(id)) continue
    found.set(id, await primaryOf(tx, id, now))
  }
  if (byDefault) found.set(DEFAULT, found.get(byDefault) ?? [])
  return found
}

/** A schedule that cannot be read has nobody on call: the run goes on to others instead of standing still. */
async function primaryOf(tx: Tx, scheduleId: string, now: Date): Promise<string[]> {
  const schedule = await scheduleOf(tx, scheduleId, now)
  try {
    const primary = schedule && onCall(schedule, now).primary
    return primary ? [primary] : []
  } catch (error) {
    log.error({ err: error, schedule: scheduleId }, 'a schedule cannot be read')
    return []
  }
}

async function membersBy(tx: Tx, asking: readonly Asking[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const { teamId } of asking) if (teamId && !found.has(teamId)) found.set(teamId, await teamMemberIds(tx, teamId))
  return found
}

/** Without a lead the admins: the widest circle must never be empty. */
async function leadsOrAdmins(tx: Tx): Promise<string[]> {
  const staff = await activePeople(tx, { partnerId: null, roles: ['lead', 'admin'] })
  const leads = staff.filter(({ role }) => role === 'lead')
  return (leads.length > 0 ? leads : staff).map(({ membershipId }) => membershipId)
}

function membersOf(target: Target, duty: OnCallBy): string[] {
  if (target.kind === 'user') return [target.membershipId]
  if (target.kind === 'schedule') return duty.get(target.scheduleId) ?? []
  return []
}

type Methods = (membershipId: string, severity: Severity, kind: 'rules' | 'always') => Method[]
type Ids = { steps: string[][]; assess: string[]; catchAll: string[]; owner: string | null }

async function methodsBy(tx: Tx, asking: readonly Asking[], plans: readonly Ids[]): Promise<Methods> {
  const ids = [
    ...new Set(
      plans.flatMap((plan) => [...plan.steps.flat(), ...plan.assess, ...plan.catchAll, plan.owner ?? []].flat()),
    ),
  ]
  const people = await peopleOf(tx, ids)
  const rules = new Map<Severity, Map<string, Method[]>>()
  for (const severity of new Set(asking.map((one) => one.severity)))
    rules.set(severity, await contactsOf(tx, ids, severity))
  return (membershipId, severity, kind) => {
    const own = rules.get(severity)?.get(membershipId) ?? []
    return own.length > 0 || kind === 'rules' ? own : accountMail(people.get(membershipId))
  }
}

function accountMail(person: Person | undefined): Method[] {
  return person?.active ? [{ ruleIndex: 0, channel: 'mail', address: person.email, delaySeconds: 0 }] : []
}
