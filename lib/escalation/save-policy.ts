import { isDeepStrictEqual } from 'node:util'
import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { calendarNames } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { activePeople, peopleOf } from '@/lib/identity'
import { scheduleNames } from '@/lib/oncall'
import { asStaff } from '@/lib/tenancy'
import { lockPolicy } from './lock-policy.sql'
import { frozenPolicies } from './policies'
import type { PolicyDefinition, SavePolicyInput } from './policy-form'
import { definitionOf, targetsOf } from './policy-names'

export type SavePolicyRefusal =
  | 'not_found'
  | 'not_allowed'
  /** Somebody saved another version meanwhile. Details: by, version, at. */
  | 'policy_changed'
  | 'policy_archived'
  /** It names somebody or something that is not there, or not for this direction. */
  | 'policy_target_unknown'
  /** For this severity there is one already: a partner is called by one policy for each. */
  | 'policy_severity_taken'

export type SavedPolicy = { policyId: string; version: number }

/**
 * Makes a new version of a policy, or a new policy. A version never changes (invariant 14): escalations that are open go on
 * with the one they began with. Saving what stands already makes none; a new name alone makes none either.
 */
export async function savePolicy(
  actor: StaffActor,
  input: SavePolicyInput,
): Promise<Outcome<SavedPolicy, SavePolicyRefusal>> {
  if (!authorize(actor, 'policy.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    if (input.policyId === undefined) return create(tx, now, actor, input)
    await lockPolicy(tx, input.policyId)
    const policy = await tx.policy.findFirst({ where: { id: input.policyId } })
    const newest = policy && (await newestOf(tx, policy.id))
    if (!policy || !newest) return refuse('not_found')
    if (policy.archivedAt) return refuse('policy_archived')
    if (newest.version !== input.version) return changed(tx, newest)
    if (!(await allKnown(tx, input.definition, policy.direction))) return refuse('policy_target_unknown')
    const { name, ...definition } = input.definition
    const before = (await frozenPolicies(tx, [newest.id])).get(newest.id)
    const isSame = before !== undefined && isDeepStrictEqual(plain(definitionOf(before)), plain(definition))
    if (isSame && name === policy.name) return ok({ policyId: policy.id, version: newest.version })
    if (name !== policy.name) await tx.policy.update({ where: keyOf(actor, policy.id), data: { name } })
    const version = isSame ? newest.version : newest.version + 1
    if (!isSame) await writeVersion(tx, now, actor, { policyId: policy.id, version, definition })
    await recordAudit(tx, actor, now, {
      act: 'policy.save',
      subjectKind: 'policy',
      subjectId: policy.id,
      before: { name: policy.name, version: newest.version },
      after: { name, version },
    })
    return ok({ policyId: policy.id, version })
  })
}

async function create(
  tx: Tx,
  now: Date,
  actor: StaffActor,
  { direction, severity, definition: { name, ...definition } }: SavePolicyInput,
): Promise<Outcome<SavedPolicy, SavePolicyRefusal>> {
  if ((direction === 'OUT') !== (severity !== undefined)) return refuse('policy_target_unknown')
  if (!(await allKnown(tx, definition, direction))) return refuse('policy_target_unknown')
  if (severity) {
    const taken = await tx.policy.findFirst({ where: { direction, severity, archivedAt: null }, select: { id: true } })
    if (taken) return refuse('policy_severity_taken')
  }
  const policyId = newId()
  const { marketplaceId } = actor
  await tx.policy.create({ data: { marketplaceId, id: policyId, name, direction, severity: severity ?? null } })
  await writeVersion(tx, now, actor, { policyId, version: 1, definition })
  const after = { name, version: 1, direction }
  await recordAudit(tx, actor, now, { act: 'policy.save', subjectKind: 'policy', subjectId: policyId, after })
  return ok({ policyId, version: 1 })
}

type Written = { policyId: string; version: number; definition: Omit<PolicyDefinition, 'name'> }

async function writeVersion(tx: Tx, now: Date, actor: StaffActor, { policyId, version, definition }: Written) {
  const { marketplaceId, membershipId: createdById } = actor
  const data = { marketplaceId, id: newId(), policyId, version, ...definition, createdAt: now, createdById }
  await tx.policyVersion.create({ data })
}

/** The policy's newest version, or null. */
export function newestOf(tx: Tx, policyId: string) {
  return tx.policyVersion.findFirst({ where: { policyId }, orderBy: { version: 'desc' } })
}

async function changed(
  tx: Tx,
  { version, createdAt, createdById }: { version: number; createdAt: Date; createdById: string | null },
): Promise<Refused<'policy_changed'>> {
  const by = createdById ? ((await peopleOf(tx, [createdById])).get(createdById)?.name ?? '') : ''
  return refuse('policy_changed', { by, version, at: createdAt })
}

/** Row security shows what is this marketplace's alone, so what is foreign is absent. */
async function allKnown(
  tx: Tx,
  definition: Pick<PolicyDefinition, 'steps' | 'catchAll' | 'paging'>,
  direction: string,
): Promise<boolean> {
  const people = new Set((await activePeople(tx, { partnerId: null })).map(({ membershipId }) => membershipId))
  const schedules = new Set((await scheduleNames(tx)).flatMap(({ id, archived }) => (archived ? [] : [id])))
  const endpoints = new Set((await tx.webhookEndpoint.findMany({ select: { id: true } })).map(({ id }) => id))
  const calendarId = definition.paging.window?.calendarId
  const calendars = calendarId === undefined ? [] : await calendarNames(tx)
  const isKnown = targetsOf(definition).every((target) => {
    if (target.kind === 'user') return people.has(target.membershipId)
    if (target.kind === 'schedule') return schedules.has(target.scheduleId)
    if (target.kind === 'webhook') return endpoints.has(target.endpointId)
    return target.kind !== 'partner_contacts' || direction === 'OUT'
  })
  return isKnown && (calendarId === undefined || calendars.some(({ id }) => id === calendarId))
}

/** As it comes back from a column: without what is absent. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

export function keyOf({ marketplaceId }: StaffActor, id: string) {
  return { marketplaceId_id: { marketplaceId, id } }
}
