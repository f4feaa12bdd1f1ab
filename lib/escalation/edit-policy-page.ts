import { authorize, type StaffActor } from '@/lib/authz'
import { calendarNames } from '@/lib/calendar'
import { unreachableOf } from '@/lib/contacts'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { formatsFor, type Locale } from '@/lib/i18n'
import { activePeople } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { scheduleNames } from '@/lib/oncall'
import { asStaff } from '@/lib/tenancy'
import { frozenPolicies } from './policies'
import type { PolicyDefinition, PreviewPolicyInput } from './policy-form'
import { definitionOf, policyNames, targetsOf } from './policy-names'
import { keyOfRow, openRuns, sentencesOf } from './policy-page'
import type { PolicyChoices, PolicyForm, PolicyKey, PolicyPreview } from './policy-types'
import { policyWarnings } from './policy-warnings'

/** What the form of a policy begins with: its newest version, or a sensible beginning for a new one. Null: not for her. */
export async function policyForm(
  actor: StaffActor,
  asked: { policyId: string; locale: Locale } | { key: PolicyKey; locale: Locale },
): Promise<PolicyForm | null> {
  if (!authorize(actor, 'policy.edit')) return null
  return asStaff(actor, async (tx) => {
    const choices = await choicesOf(tx, actor, asked.locale)
    if ('key' in asked) {
      const definition = beginning(asked.key, choices)
      return { ...asked.key, policyId: null, isDefault: false, version: 0, definition, choices, openNow: 0 }
    }
    const row = await tx.policy.findFirst({
      where: { id: asked.policyId, archivedAt: null },
      include: { versions: { orderBy: { version: 'desc' } } },
    })
    const newest = row?.versions[0]
    const frozen = newest && (await frozenPolicies(tx, [newest.id])).get(newest.id)
    if (!row || !frozen) return null
    return {
      ...keyOfRow(row),
      policyId: row.id,
      isDefault: row.isDefault,
      version: newest.version,
      definition: { name: row.name, ...definitionOf(frozen) },
      choices,
      openNow: await openRuns(
        tx,
        row.versions.map(({ id }) => id),
      ),
    }
  })
}

/** What a policy would do and what to beware of, before it is saved; nothing is written. */
export async function previewPolicy(
  actor: StaffActor,
  { direction, severity, definition }: PreviewPolicyInput,
  locale: Locale,
): Promise<Outcome<PolicyPreview, 'not_allowed'>> {
  if (!authorize(actor, 'policy.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const key: PolicyKey = { direction, severity: severity ?? null }
    const names = await policyNames(tx, targetsOf(definition))
    return ok({
      sentences: sentencesOf(locale, definition, key, names),
      warnings: await policyWarnings(tx, now, definition, key),
    })
  })
}

async function choicesOf(tx: Tx, { marketplaceId }: StaffActor, locale: Locale): Promise<PolicyChoices> {
  const { compare } = formatsFor(locale, 'UTC')
  const staff = await activePeople(tx, { partnerId: null })
  const ids = staff.map(({ membershipId }) => membershipId)
  const unreachable = new Set(await unreachableOf(tx, ids))
  const endpoints = await tx.webhookEndpoint.findMany({ orderBy: { name: 'asc' } })
  return {
    people: staff
      .map(({ membershipId, name, role }) => ({ membershipId, name, role, reachable: !unreachable.has(membershipId) }))
      .sort((a, b) => compare(a.name, b.name)),
    schedules: (await scheduleNames(tx)).filter(({ archived }) => !archived).map(({ id, name }) => ({ id, name })),
    endpoints: endpoints.map(({ id, name, disabledAt }) => ({ id, name, disabled: disabledAt !== null })),
    calendars: await calendarNames(tx),
    timeZone: (await marketplaceOf(tx, marketplaceId)).timeZone,
  }
}

const HOUR = 3600

/** P0 an hour, P1 a day, P2 a week (000-16): asked twice in that time, then the consultant and the leads. */
const answerWithin = { P0: HOUR, P1: 24 * HOUR, P2: 7 * 24 * HOUR } as const

function beginning({ direction, severity }: PolicyKey, { schedules }: PolicyChoices): PolicyDefinition {
  const schedule = schedules[0]
  const half = answerWithin[severity ?? 'P1'] / 2
  const steps: PolicyDefinition['steps'] =
    direction === 'OUT'
      ? [
          { delaySeconds: half, targets: [{ kind: 'partner_contacts' }] },
          { delaySeconds: half, targets: [{ kind: 'partner_contacts' }] },
          { delaySeconds: HOUR, targets: [{ kind: 'consultant' }, { kind: 'leads' }] },
        ]
      : [
          {
            delaySeconds: 300,
            targets: schedule ? [{ kind: 'schedule', scheduleId: schedule.id }] : [{ kind: 'leads' }],
          },
          { delaySeconds: 600, targets: [{ kind: 'leads' }] },
        ]
  return {
    name: '',
    steps,
    repeat: direction === 'OUT' ? 1 : 2,
    ackExpirySeconds: null,
    assessTimeoutSeconds: 900,
    catchAllEverySeconds: direction === 'OUT' ? 24 * HOUR : 600,
    catchAll: [],
    paging: {},
  }
}
