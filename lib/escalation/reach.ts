import { contactsOf } from '@/lib/contacts'
import type { Tx } from '@/lib/db'
import { activePeople, type Person, peopleOf } from '@/lib/identity'
import { contactsToCall } from '@/lib/integration'
import { partnersOf } from '@/lib/partners'
import { teamMemberIds } from '@/lib/teams'
import { reaches } from './draft'
import { type Duty, dutyOf, heldBy } from './duty'
import type { Held } from './paging-window'
import type { FrozenPolicy } from './policies'
import type { PolicyTarget } from './policy-schema'
import type { Method, Recipient, Severity } from './transition-types'
import { type Endpoints, endpointsBehind } from './webhook-endpoints'

/**
 * Whose reach is asked for: a run with its frozen policy. `partnerId`: the company it is about. `teamId`: the topic's team,
 * asked to assess.
 */
export type Asking = {
  marketplaceId: string
  frozen: FrozenPolicy
  severity: Severity
  partnerId: string | null
  teamId: string | null
  /** The partner objected to a decline: the leads assess. */
  appeal?: boolean
  ownerId: string | null
}

export type Reach = {
  steps: Recipient[][]
  assess: Recipient[]
  catchAll: Recipient[]
  owner: Recipient | null
  /** Until when the policy pages nobody. */
  held: Held | null
}

/**
 * Who each of these runs would reach at `now`: schedules, teams and contact methods are read once for all of them.
 * Steps reach the people they name by their own notify rules alone. A partner's contacts, its consultant, the leads, who is
 * asked to assess, the catch-all and an owner are reached at their account's address when they have no rule, because beyond
 * them there is nobody.
 */
export async function reachOf(tx: Tx, now: Date, asking: readonly Asking[]): Promise<Reach[]> {
  const duty = await dutyOf(
    tx,
    now,
    asking.map(({ frozen }) => frozen),
  )
  const teams = await membersBy(tx, asking)
  const leads = await leadsOrAdmins(tx)
  const endpoints = await endpointsBehind(
    tx,
    asking.flatMap(({ frozen }) => targetsOf(frozen)),
  )
  const plans: Plan[] = []
  for (const { marketplaceId, frozen, severity, partnerId, teamId, appeal, ownerId } of asking) {
    const partner = await partnerSide(tx, now, { marketplaceId, partnerId, severity }, targetsOf(frozen))
    const who = (target: PolicyTarget) => entriesOf(target, { severity, duty, leads, endpoints, ...partner })
    const firstSchedule = frozen.steps.flatMap(({ targets }) => targets).find(({ kind }) => kind === 'schedule')
    const standby = duty.primary(firstSchedule?.kind === 'schedule' ? firstSchedule.scheduleId : duty.byDefault)
    const named = frozen.catchAll.flatMap(who)
    plans.push({
      severity,
      steps: frozen.steps.map(({ targets }) => targets.flatMap(who)),
      assess: always(appeal ? leads : [...((teamId && teams.get(teamId)) || []), ...standby]),
      catchAll: named.map((entry) => ({ ...entry, always: true })),
      widest: always([...leads, ...duty.primary(duty.byDefault)]),
      owner: ownerId ? always([ownerId]) : [],
      held: await heldBy(tx, now, marketplaceId, frozen, severity, duty),
    })
  }
  const recipients = await recipientsBy(tx, plans)
  return plans.map(({ steps, assess, catchAll, widest, owner, held, severity }) => {
    const named = recipients(catchAll, severity)
    return {
      steps: steps.map((step) => recipients(step, severity)),
      assess: recipients(assess, severity),
      // Whom it names may have left since: the catch-all is never silent.
      catchAll: reaches(named) ? named : recipients(widest, severity),
      owner: recipients(owner, severity)[0] ?? null,
      held,
    }
  })
}

/** Somebody, and whether she is reached at her account's address should she have no rule; or another system. */
type Entry = { id: string; always: boolean; system?: Recipient }
type Plan = Record<'assess' | 'catchAll' | 'widest' | 'owner', Entry[]> & {
  severity: Severity
  steps: Entry[][]
  held: Held | null
}

const always = (ids: readonly string[]): Entry[] => ids.map((id) => ({ id, always: true }))
const byRule = (ids: readonly string[]): Entry[] => ids.map((id) => ({ id, always: false }))

type Around = {
  severity: Severity
  duty: Duty
  leads: readonly string[]
  endpoints: Endpoints
  contacts: readonly string[]
  consultant: readonly string[]
}

function entriesOf(target: PolicyTarget, around: Around): Entry[] {
  switch (target.kind) {
    case 'user':
      return byRule([target.membershipId])
    case 'schedule':
      return byRule(around.duty.primary(target.scheduleId))
    case 'leads':
      return always(around.leads)
    case 'consultant':
      return always(around.consultant)
    case 'partner_contacts':
      // 'P0' < 'P1': the lower the text, the more severe.
      return around.severity <= (target.minSeverity ?? 'P2') ? always(around.contacts) : []
    case 'webhook': {
      const system = around.endpoints.get(target.endpointId)
      return system ? [{ id: target.endpointId, always: true, system }] : []
    }
  }
}

function targetsOf({ steps, catchAll }: FrozenPolicy): PolicyTarget[] {
  return [...steps.flatMap(({ targets }) => targets), ...catchAll]
}

/** Whom a company has for this: its contacts and its consultant, as far as the policy names them. */
async function partnerSide(
  tx: Tx,
  now: Date,
  { marketplaceId, partnerId, severity }: { marketplaceId: string; partnerId: string | null; severity: Severity },
  targets: readonly PolicyTarget[],
): Promise<Pick<Around, 'contacts' | 'consultant'>> {
  const names = (kind: PolicyTarget['kind']) => targets.some((target) => target.kind === kind)
  const contacts =
    partnerId && names('partner_contacts') ? await contactsToCall(tx, marketplaceId, partnerId, severity, now) : []
  const partner = partnerId && names('consultant') ? (await partnersOf(tx, [partnerId])).get(partnerId) : undefined
  return { contacts, consultant: partner?.consultantId ? [partner.consultantId] : [] }
}

async function membersBy(tx: Tx, asking: readonly Asking[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const { teamId } of asking) if (teamId && !found.has(teamId)) found.set(teamId, await teamMemberIds(tx, teamId))
  return found
}

/** Without a lead the admins: the widest circle must never be empty. */
export async function leadsOrAdmins(tx: Tx): Promise<string[]> {
  const staff = await activePeople(tx, { partnerId: null, roles: ['lead', 'admin'] })
  const leads = staff.filter(({ role }) => role === 'lead')
  return (leads.length > 0 ? leads : staff).map(({ membershipId }) => membershipId)
}

type Recipients = (entries: readonly Entry[], severity: Severity) => Recipient[]

async function recipientsBy(tx: Tx, plans: readonly Plan[]): Promise<Recipients> {
  const entries = plans.flatMap((plan) => [
    ...plan.steps.flat(),
    ...plan.assess,
    ...plan.catchAll,
    ...plan.widest,
    ...plan.owner,
  ])
  const ids = [...new Set(entries.flatMap(({ id, system }) => (system ? [] : [id])))]
  const people = await peopleOf(tx, ids)
  const rules = new Map<Severity, Map<string, Method[]>>()
  for (const severity of new Set(plans.map((plan) => plan.severity)))
    rules.set(severity, await contactsOf(tx, ids, severity))
  return (wanted, severity) => {
    const known = new Map<string, Entry>()
    for (const entry of wanted)
      known.set(entry.id, { ...entry, always: entry.always || known.get(entry.id)?.always === true })
    return [...known.values()].map(({ id, always: anyhow, system }) => {
      if (system) return system
      const own = rules.get(severity)?.get(id) ?? []
      return { membershipId: id, methods: own.length > 0 || !anyhow ? own : accountMail(people.get(id)) }
    })
  }
}

function accountMail(person: Person | undefined): Method[] {
  return person?.active ? [{ ruleIndex: 0, channel: 'mail', address: person.email, delaySeconds: 0 }] : []
}
