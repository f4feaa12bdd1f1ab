import { calendarNames } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { peopleOf } from '@/lib/identity'
import { scheduleNames } from '@/lib/oncall'
import type { FrozenPolicy } from './policies'
import type { PolicyDefinition } from './policy-form'
import type { PolicyTarget } from './policy-schema'
import type { PolicyNames } from './policy-sentences'

/** What the ids in these targets are called, archived and switched off ones included. */
export async function policyNames(tx: Tx, targets: readonly PolicyTarget[]): Promise<PolicyNames> {
  const people = await peopleOf(
    tx,
    targets.flatMap((target) => (target.kind === 'user' ? [target.membershipId] : [])),
  )
  const schedules = new Map((await scheduleNames(tx)).map(({ id, name }) => [id, name]))
  const endpoints = await tx.webhookEndpoint.findMany({ select: { id: true, name: true, disabledAt: true } })
  const byId = new Map(endpoints.map(({ id, name, disabledAt }) => [id, { name, disabled: disabledAt !== null }]))
  const calendars = new Map((await calendarNames(tx)).map(({ id, name }) => [id, name]))
  return {
    person: (id) => people.get(id)?.name ?? null,
    schedule: (id) => schedules.get(id) ?? null,
    endpoint: (id) => byId.get(id) ?? null,
    calendar: (id) => calendars.get(id) ?? null,
  }
}

/** A version as the form and the sentences read it. */
export function definitionOf({ policy, steps, catchAll, paging }: FrozenPolicy): Omit<PolicyDefinition, 'name'> {
  const { repeat, ackExpirySeconds, assessTimeoutSeconds, catchAllEverySeconds } = policy
  return { steps, repeat, ackExpirySeconds, assessTimeoutSeconds, catchAllEverySeconds, catchAll, paging }
}

/** Everybody and everything that a policy names. */
export function targetsOf({ steps, catchAll }: Pick<PolicyDefinition, 'steps' | 'catchAll'>): PolicyTarget[] {
  return [...steps.flatMap(({ targets }) => targets), ...catchAll]
}
