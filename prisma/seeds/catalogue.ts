import type { PrismaClient, Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { locales } from '@/lib/i18n/locales'
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
 * Writes the catalogue and its promises into a marketplace, as the owner. `teamIdsByKey` needs every team that a topic
 * names. @throws when one is missing
 */
export async function seedCatalogue(
  owner: PrismaClient | Tx,
  marketplaceId: string,
  teamIdsByKey: ReadonlyMap<string, string> | Readonly<Record<string, string>>,
  calendarId: string,
): Promise<void> {
  const rows = catalogue.map((category) => ({ ...category, id: newId() }))
  await owner.category.createMany({ data: rows.map(({ id, key }) => ({ marketplaceId, id, key })) })
  await owner.categoryText.createMany({
    data: rows.flatMap(({ id, names }) =>
      locales.map((locale) => ({ marketplaceId, categoryId: id, locale, name: names[locale] })),
    ),
  })
  const topics = rows.flatMap(({ id, topics }) => topics.map((topic) => ({ ...topic, id: newId(), categoryId: id })))
  await owner.topic.createMany({
    data: topics.map(({ id, categoryId, key, team, urgent }) => ({
      marketplaceId,
      id,
      categoryId,
      key,
      teamId: teamIdOf(teamIdsByKey, team),
      urgent: urgent ?? false,
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
      { marketplaceId, id: newId(), calendarId, firstAnswerMinutes: GENERAL_PROMISE },
      ...own.map(({ id, minutes }) => ({
        marketplaceId,
        id: newId(),
        calendarId,
        topicId: id,
        firstAnswerMinutes: minutes,
      })),
    ],
  })
}

function teamIdOf(ids: ReadonlyMap<string, string> | Readonly<Record<string, string>>, key: TopicSeed['team']): string {
  const id = ids instanceof Map ? ids.get(key) : (ids as Readonly<Record<string, string>>)[key]
  if (!id) throw new Error(`the catalogue routes to the team "${key}", which this marketplace lacks`)
  return id
}
