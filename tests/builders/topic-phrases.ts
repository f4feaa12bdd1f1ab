import { readFileSync } from 'node:fs'
import type { CategoryBranch, FoundTopic } from '@/lib/catalog/schema'
import { treeOf } from '@/lib/catalog/tree'
import { type Locale, locales } from '@/lib/i18n/locales'
import { catalogue } from '@/prisma/seeds/catalogue'

export type Phrase = { phrase: string; topic: string; also?: string }

/** The list a rule holds the search to, and one kept for measuring alone; each has its README.md. */
export const phraseLists = { first: 'tests/rules/topic-phrases', later: 'tests/bench/topic-phrases-later' } as const
export type PhraseList = keyof typeof phraseLists

/** What sellers type, with the topic they mean. */
export function phrasesOf(locale: Locale, list: PhraseList = 'first'): Phrase[] {
  return JSON.parse(readFileSync(`${phraseLists[list]}/${locale}.json`, 'utf8'))
}

/** The seeded catalogue as a page in `locale` is handed it, without a database. */
export function seededTree(locale: Locale): CategoryBranch[] {
  const inAll = <Text>(texts: Record<Locale, Text>) => locales.map((locale) => ({ locale, text: texts[locale] }))
  const categories = catalogue.map(({ key, names }) => ({
    id: key,
    key,
    texts: inAll(names).map(({ locale, text }) => ({ locale, name: text })),
  }))
  const topics = catalogue.flatMap((category) =>
    category.topics.map((topic) => ({
      id: topic.key,
      key: topic.key,
      categoryId: category.key,
      urgent: topic.urgent ?? false,
      liveOnly: topic.liveOnly ?? false,
      suggested: topic.suggested ?? null,
      texts: inAll(topic.texts).map(({ locale, text }) => ({ locale, ...text })),
    })),
  )
  return treeOf(categories, topics, locale)
}

/** Phrases whose topic is not among the first `places` that were found, each with what was. */
export function missedPhrases(
  search: (branches: readonly CategoryBranch[], query: string, locale: Locale) => FoundTopic[],
  locale: Locale,
  places: number,
  list: PhraseList = 'first',
): (Phrase & { found: string[] })[] {
  const branches = seededTree(locale)
  return phrasesOf(locale, list).flatMap((phrase) => {
    const found = search(branches, phrase.phrase, locale).map(({ topic }) => topic.key)
    const first = found.slice(0, places)
    const right = first.includes(phrase.topic) || (phrase.also !== undefined && first.includes(phrase.also))
    return right ? [] : [{ ...phrase, found: found.slice(0, 5) }]
  })
}
