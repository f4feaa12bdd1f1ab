import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { asActor } from '@/lib/tenancy'
import type { CategoryBranch, TopicLabel } from './schema'
import { inLanguage, treeOf } from './tree'

/**
 * The marketplace's categories and topics as the picker shows them: both levels in the alphabetical order of `locale`
 * (003-06, 003-07), archived ones and empty categories left out. Both sides may read it.
 */
export async function topicTree(actor: Actor, locale: Locale): Promise<CategoryBranch[]> {
  return asActor(actor, async (tx) => {
    const categories = await tx.category.findMany({ where: { archivedAt: null }, include: { texts: true } })
    const topics = await tx.topic.findMany({ where: { archivedAt: null }, include: { texts: true } })
    return treeOf(categories, topics, locale)
  })
}

/** A topic as routing and forms need it. `archived` ones take no new tickets but keep their old ones. */
export type Topic = {
  id: string
  key: string
  name: string
  help: string
  urgent: boolean
  teamId: string
  policyId: string | null
  /** Null: subject, text and files alone are asked. */
  formId: string | null
  liveOnly: boolean
  categoryId: string
  categoryName: string
  archived: boolean
}

/** Null when this marketplace has no such topic. */
export async function topicById(tx: Tx, topicId: string, locale: Locale): Promise<Topic | null> {
  const topic = await tx.topic.findFirst({ where: { id: topicId }, include: { texts: true } })
  if (!topic) return null
  const categoryName = (await categoryNames(tx, [topic.categoryId], locale)).get(topic.categoryId) ?? ''
  const { id, key, urgent, teamId, policyId, formId, liveOnly, categoryId, archivedAt } = topic
  const shown = inLanguage(topic.texts, locale)
  const texts = { name: shown?.name ?? key, help: shown?.help ?? '', categoryName }
  return { id, key, urgent, teamId, policyId, formId, liveOnly, categoryId, archived: archivedAt !== null, ...texts }
}

/** Labels for a list of tickets, archived topics included. */
export async function topicNames(tx: Tx, ids: readonly string[], locale: Locale): Promise<Map<string, TopicLabel>> {
  if (ids.length === 0) return new Map()
  const topics = await tx.topic.findMany({ where: { id: { in: [...new Set(ids)] } }, include: { texts: true } })
  const categories = await categoryNames(
    tx,
    topics.map((topic) => topic.categoryId),
    locale,
  )
  return new Map(
    topics.map(({ id, key, urgent, categoryId, texts }) => [
      id,
      { id, name: inLanguage(texts, locale)?.name ?? key, categoryName: categories.get(categoryId) ?? '', urgent },
    ]),
  )
}

async function categoryNames(tx: Tx, ids: string[], locale: Locale): Promise<Map<string, string>> {
  const categories = await tx.category.findMany({ where: { id: { in: ids } }, include: { texts: true } })
  return new Map(categories.map(({ id, key, texts }) => [id, inLanguage(texts, locale)?.name ?? key]))
}
