import { contactsOf } from '@/lib/contacts'
import type { Tx } from '@/lib/db'
import { activePeople, peopleOf } from '@/lib/identity'
import { whoIsOnCall } from '@/lib/oncall'
import type { PolicyDefinition } from './policy-form'
import type { PolicyTarget } from './policy-schema'
import type { PolicyKey, PolicyWarning } from './policy-types'

type Warned = Pick<PolicyDefinition, 'steps' | 'catchAll' | 'paging'>

/**
 * What somebody should know before a policy is saved, as of `now`: a step that reaches nobody, people without a verified
 * way for every severity, a webhook that is switched off, severities that are held back. None of it hinders the saving.
 */
export async function policyWarnings(
  tx: Tx,
  now: Date,
  { steps, catchAll, paging }: Warned,
  { severity }: PolicyKey,
): Promise<PolicyWarning[]> {
  const people = await peopleBehind(tx, now, [...steps.flatMap(({ targets }) => targets), ...catchAll])
  const everybody = [...new Set([...people.values()].flat())]
  const contacts = await contactsOf(tx, everybody, severity ?? 'P2')
  const endpoints = await tx.webhookEndpoint.findMany({ select: { id: true, name: true, disabledAt: true } })
  const off = new Map(endpoints.filter(({ disabledAt }) => disabledAt !== null).map(({ id, name }) => [id, name]))
  const reaches = (target: PolicyTarget) => {
    if (target.kind === 'partner_contacts' || target.kind === 'consultant') return true
    if (target.kind === 'webhook') return !off.has(target.endpointId)
    return (people.get(keyOf(target)) ?? []).some((id) => (contacts.get(id) ?? []).length > 0)
  }
  const empty = steps.flatMap(({ targets }, index) => (targets.some(reaches) ? [] : [index + 1]))
  const silent = everybody.filter((id) => contacts.get(id)?.length === 0)
  const names = await peopleOf(tx, silent)
  const switchedOff = [...steps.flatMap(({ targets }) => targets), ...catchAll].flatMap((target) =>
    target.kind === 'webhook' ? (off.get(target.endpointId) ?? []) : [],
  )
  return [
    ...(steps.length === 0 ? [{ kind: 'no_steps' as const }] : []),
    ...empty.map((step) => ({ kind: 'step_reaches_nobody' as const, step })),
    ...(silent.length > 0
      ? [{ kind: 'unreachable' as const, names: silent.map((id) => names.get(id)?.name ?? '') }]
      : []),
    ...[...new Set(switchedOff)].map((name) => ({ kind: 'endpoint_disabled' as const, name })),
    ...(paging.hold?.length ? [{ kind: 'held' as const, severities: [...paging.hold].sort() }] : []),
  ]
}

/** Who stands behind each target now, by `keyOf`. A partner's people are known only when there is a partner. */
async function peopleBehind(tx: Tx, now: Date, targets: readonly PolicyTarget[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const target of targets) {
    const key = keyOf(target)
    if (found.has(key)) continue
    if (target.kind === 'user') found.set(key, [target.membershipId])
    if (target.kind === 'leads') found.set(key, await leads(tx))
    if (target.kind === 'schedule') {
      const { primary } = await whoIsOnCall(tx, target.scheduleId, now)
      found.set(key, primary ? [primary] : [])
    }
  }
  return found
}

function keyOf(target: PolicyTarget): string {
  return Object.values(target).join(' ')
}

async function leads(tx: Tx): Promise<string[]> {
  const staff = await activePeople(tx, { partnerId: null, roles: ['lead', 'admin'] })
  const found = staff.filter(({ role }) => role === 'lead')
  return (found.length > 0 ? found : staff).map(({ membershipId }) => membershipId)
}
