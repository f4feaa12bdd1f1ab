import { authorize, type StaffActor } from '@/lib/authz'
import { topicsByPolicy } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n'
import { peopleOf } from '@/lib/identity'
import { partnerNames } from '@/lib/partners'
import { asStaff } from '@/lib/tenancy'
import { deadlineOf } from './deadline'
import { frozenPolicies } from './policies'
import { type PolicyDefinition, SEVERITIES } from './policy-form'
import { definitionOf, policyNames, targetsOf } from './policy-names'
import { type PolicyNames, policySentences } from './policy-sentences'
import type { PolicyKey, PolicyList, PolicyListItem, PolicyPage, PolicyVersionView } from './policy-types'
import { policyWarnings } from './policy-warnings'

type Row = Awaited<ReturnType<typeof rows>>[number]

/** Every policy with what it does: those by which we are called (the default first), then by which partners are called. */
export async function policyList(actor: StaffActor, locale: Locale): Promise<PolicyList | null> {
  if (!authorize(actor, 'policy.read')) return null
  return asStaff(actor, async (tx) => {
    const found = await rows(tx, {})
    const { items } = await describe(tx, locale, found)
    const taken = new Set(found.filter(({ archivedAt }) => !archivedAt).map(({ severity }) => severity))
    return {
      policies: items,
      missing: SEVERITIES.filter((severity) => !taken.has(severity)),
      allowed: { edit: authorize(actor, 'policy.edit') },
    }
  })
}

/** One policy: its newest version as sentences, every version with who made it and what changed; null: absent or foreign. */
export async function policyPage(
  actor: StaffActor,
  { policyId, locale }: { policyId: string; locale: Locale },
): Promise<PolicyPage | null> {
  if (!authorize(actor, 'policy.read')) return null
  return asStaff(actor, async (tx, now) => {
    const found = await rows(tx, { id: policyId })
    const { items, history } = await describe(tx, locale, found)
    const [item, row] = [items[0], found[0]]
    const newest = row?.versions[0]
    if (!item || !row || !newest) return null
    const frozen = (await frozenPolicies(tx, [newest.id])).get(newest.id)
    const edit = authorize(actor, 'policy.edit') && row.archivedAt === null
    return {
      ...item,
      now,
      openUnderOlder: await openRuns(
        tx,
        row.versions.slice(1).map(({ id }) => id),
      ),
      versions: await withAuthors(tx, row, history.get(row.id) ?? []),
      warnings: frozen ? await policyWarnings(tx, now, definitionOf(frozen), keyOfRow(row)) : [],
      partners: row.direction === 'OUT' ? await partnerNames(tx) : [],
      allowed: {
        edit,
        makeDefault: edit && row.direction === 'IN' && !row.isDefault,
        archive: edit && row.direction === 'IN' && !row.isDefault,
      },
    }
  })
}

/** Open escalations that began with one of these versions. */
export function openRuns(tx: Tx, versionIds: readonly string[]): Promise<number> {
  return tx.escalation.count({
    where: { policyVersionId: { in: [...versionIds] }, state: { notIn: ['DECLINED', 'RESOLVED'] } },
  })
}

/** A policy in words, with the deadline that its steps give a partner. */
export function sentencesOf(
  locale: Locale,
  definition: Omit<PolicyDefinition, 'name'>,
  key: PolicyKey,
  names: PolicyNames,
): string[] {
  return policySentences(locale, definition, key, names, deadlineSeconds(definition, key))
}

/** Within how many seconds a partner that is called is expected to answer. */
export function deadlineSeconds({ steps }: Pick<PolicyDefinition, 'steps'>, { direction }: PolicyKey): number | null {
  const start = new Date(0)
  const deadline = direction === 'OUT' ? deadlineOf(steps, start) : null
  return deadline && deadline.getTime() / 1000
}

export function keyOfRow({ direction, severity }: { direction: string; severity: string | null }): PolicyKey {
  return { direction: direction as PolicyKey['direction'], severity: severity as PolicyKey['severity'] }
}

async function rows(tx: Tx, where: { id?: string }) {
  return tx.policy.findMany({
    where,
    include: { versions: { orderBy: { version: 'desc' } } },
    orderBy: [{ direction: 'asc' }, { isDefault: 'desc' }, { severity: 'asc' }, { name: 'asc' }],
  })
}

type Told = { version: number; sentences: string[] }

async function describe(tx: Tx, locale: Locale, found: readonly Row[]) {
  const frozen = await frozenPolicies(
    tx,
    found.flatMap(({ versions }) => versions.map(({ id }) => id)),
  )
  const definitions = [...frozen.values()].map(definitionOf)
  const names = await policyNames(tx, definitions.flatMap(targetsOf))
  const topics = await topicsByPolicy(tx, locale)
  const history = new Map<string, Told[]>()
  const items = found.map((row): PolicyListItem => {
    const key = keyOfRow(row)
    const told = row.versions.flatMap(({ id, version }): Told[] => {
      const one = frozen.get(id)
      return one ? [{ version, sentences: sentencesOf(locale, definitionOf(one), key, names) }] : []
    })
    history.set(row.id, told)
    const newest = row.versions[0] && frozen.get(row.versions[0].id)
    return {
      ...key,
      id: row.id,
      name: row.name,
      isDefault: row.isDefault,
      archivedAt: row.archivedAt,
      version: row.versions[0]?.version ?? 0,
      sentences: told[0]?.sentences ?? [],
      topics: topics.get(row.id) ?? [],
      deadlineSeconds: newest ? deadlineSeconds(newest, key) : null,
    }
  })
  return { items, history }
}

async function withAuthors(tx: Tx, row: Row, told: readonly Told[]): Promise<PolicyVersionView[]> {
  const people = await peopleOf(
    tx,
    row.versions.flatMap(({ createdById }) => createdById ?? []),
  )
  return row.versions.map(({ version, createdAt, createdById }) => {
    const sentences = told.find((one) => one.version === version)?.sentences ?? []
    const before = told.find((one) => one.version === version - 1)?.sentences ?? []
    return {
      version,
      at: createdAt,
      by: createdById ? { membershipId: createdById, name: people.get(createdById)?.name ?? '' } : null,
      sentences,
      minus: before.filter((one) => !sentences.includes(one)),
      plus: version === 1 ? [] : sentences.filter((one) => !before.includes(one)),
    }
  })
}
