import { checkedDefinition } from '@/lib/catalog'
import type { PrismaClient, Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { locales } from '@/lib/i18n/locales'
import { forms } from './catalogue/forms'
import { products } from './catalogue/products'
import type { CategorySeed, TopicSeed } from './catalogue/shape'
import { technology } from './catalogue/technology'
import { trade } from './catalogue/trade'

export type { CategorySeed, TopicSeed } from './catalogue/shape'

/**
 * What a marketplace may start with: the nine reasons of 004-01, "Product card" of 003-08, "Technical support" and
 * "Urgent technical support" of 000. Data, not code: each marketplace changes its own copy.
 */
export const catalogue: readonly CategorySeed[] = [...products, ...trade, ...technology]

/** Minutes of business time for whatever a topic promises nothing of its own: one working day. */
const GENERAL_PROMISE = 480

/**
 * Writes the catalogue, its forms and its promises into a marketplace, as the owner. `teamIdsByKey` needs every team that a topic
 * names. @throws when one is missing
 */
export async function seedCatalogue(
  owner: PrismaClient | Tx,
  marketplaceId: string,
  teamIdsByKey: ReadonlyMap<string, string> | Readonly<Record<string, string>>,
  calendarId: string,
  now: Date,
): Promise<void> {
  const rows = catalogue.map((category) => ({ ...category, id: newId() }))
  await owner.category.createMany({ data: rows.map(({ id, key }) => ({ marketplaceId, id, key })) })
  await owner.categoryText.createMany({
    data: rows.flatMap(({ id, names }) =>
      locales.map((locale) => ({ marketplaceId, categoryId: id, locale, name: names[locale] })),
    ),
  })
  const formIds = await writeForms(owner, marketplaceId, now)
  const topics = rows.flatMap(({ id, topics }) => topics.map((topic) => ({ ...topic, id: newId(), categoryId: id })))
  await owner.topic.createMany({
    data: topics.map(({ id, categoryId, key, team, urgent, liveOnly, suggested, form }) => ({
      marketplaceId,
      id,
      categoryId,
      key,
      teamId: teamIdOf(teamIdsByKey, team),
      urgent: urgent ?? false,
      liveOnly: liveOnly ?? false,
      suggested: suggested ?? null,
      formId: form ? formIdOf(formIds, form) : null,
    })),
  })
  await owner.topicText.createMany({
    data: topics.flatMap(({ id, texts }) =>
      locales.map((locale) => ({ marketplaceId, topicId: id, locale, ...texts[locale] })),
    ),
  })
  const own = topics.filter(({ minutes }) => minutes !== GENERAL_PROMISE)
  await owner.slaPolicy.createMany({
    data: [
      {
        marketplaceId,
        id: newId(),
        calendarId,
        firstAnswerMinutes: GENERAL_PROMISE,
        nextAnswerMinutes: GENERAL_PROMISE,
        warnMinutes: warningBefore(GENERAL_PROMISE),
      },
      ...own.map(({ id, minutes }) => ({
        marketplaceId,
        id: newId(),
        calendarId,
        topicId: id,
        firstAnswerMinutes: minutes,
        nextAnswerMinutes: minutes,
        warnMinutes: warningBefore(minutes),
      })),
    ],
  })
}

/** When a quarter of the time is left, its people are warned. Business minutes. */
function warningBefore(minutes: number): number {
  return Math.max(1, Math.round(minutes / 4))
}

/** Every form in its first version, checked as any later one will be. */
async function writeForms(owner: PrismaClient | Tx, marketplaceId: string, now: Date): Promise<Map<string, string>> {
  const rows = forms.map(({ key, ...definition }) => ({ key, definition: checkedDefinition(definition), id: newId() }))
  await owner.form.createMany({ data: rows.map(({ id, key }) => ({ marketplaceId, id, key, current: 1 })) })
  await owner.formVersion.createMany({
    data: rows.map(({ id: formId, definition }) => ({ marketplaceId, formId, version: 1, definition, createdAt: now })),
  })
  return new Map(rows.map(({ key, id }) => [key, id]))
}

function formIdOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`a topic of the catalogue asks the form "${key}", which is not written`)
  return id
}

function teamIdOf(ids: ReadonlyMap<string, string> | Readonly<Record<string, string>>, key: TopicSeed['team']): string {
  const id = ids instanceof Map ? ids.get(key) : (ids as Readonly<Record<string, string>>)[key]
  if (!id) throw new Error(`the catalogue routes to the team "${key}", which this marketplace lacks`)
  return id
}
