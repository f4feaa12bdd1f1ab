import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { asActor } from '@/lib/tenancy'
import type { CategoryBranch, TopicLabel } from './schema'

/**
 * The marketplace's categories and topics as the picker shows them: both levels in the alphabetical order of `locale`
 * (003-06, 003-07), archived ones and empty categories left out. Both sides may read it.
 */
export async function topicTree(actor: Actor, locale: Locale): Promise<CategoryBranch[]> {
  return asActor(actor, async (tx) => {
    const categories = await tx.category.findMany({ where: { archivedAt: null }, include: { texts: true } })
    const topics = await tx.topic.findMany({ where: { archivedAt: null }, include: { texts: true } })
    const inOrder = new Intl.Collator(locale).compare
    const choices = topics.map(({ id, key, urgent, liveOnly, suggested, categoryId, texts }) => {
      const shown = inLanguage(texts, locale)
      return {
        categoryId,
        choice: {
          id,
          key,
          urgent,
          liveOnly,
          suggested,
          name: shown?.name ?? key,
          help: shown?.help ?? '',
          own: texts.filter((text) => text.locale === locale).flatMap(words),
          other: [...new Set(texts.filter((text) => text.locale !== locale).flatMap(words))],
        },
      }
    })
    return categories
      .map(({ id, key, texts }) => ({
        id,
        key,
        name: inLanguage(texts, locale)?.name ?? key,
        topics: choices
          .filter(({ categoryId }) => categoryId === id)
          .map(({ choice }) => choice)
          .sort((a, b) => inOrder(a.name, b.name)),
      }))
      .filter((branch) => branch.topics.length > 0)
      .sort((a, b) => inOrder(a.name, b.name))
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

/** A text in the reader's language; English, then any, while a marketplace has not written it yet. */
export function inLanguage<Text extends { locale: string }>(texts: readonly Text[], locale: Locale): Text | undefined {
  const at = (wanted: string) => texts.find((text) => text.locale === wanted)
  return at(locale) ?? at(defaultLocale) ?? texts[0]
}

function words(text: { name: string; synonyms: string }): string[] {
  return [text.name, ...text.synonyms.split(',').map((word) => word.trim())].filter(Boolean)
}
