import { searchable } from '@/lib/foundation/clean-text'
import type { Locale } from '@/lib/i18n/locales'

export * from './form-schema'

/* What a topic picker works with. Safe in the browser. */

/** `own`: name and synonyms in the viewer's language, `other`: in all the others; searched, never shown. */
export type TopicChoice = {
  id: string
  key: string
  name: string
  help: string
  urgent: boolean
  /** Only companies whose integration is live may ask here (000-02). */
  liveOnly: boolean
  /** Place among the suggested themes (004-07), 1 first; null: not suggested. */
  suggested: number | null
  own: string[]
  other: string[]
}

export type CategoryBranch = { id: string; key: string; name: string; topics: TopicChoice[] }

export type FoundTopic = { topic: TopicChoice; category: { id: string; name: string } }

/** What a list says of a topic. */
export type TopicLabel = { id: string; name: string; categoryName: string; urgent: boolean }

/** How well one written word meets what is looked for: the whole, its beginning, a word's beginning, somewhere inside. */
function closeness(words: string, term: string): number {
  if (words === term) return 8
  if (words.startsWith(term)) return 6
  if (words.includes(` ${term}`) || words.includes(`-${term}`)) return 5
  return words.includes(term) ? 2 : 0
}

/** A name counts more than a synonym, a synonym more than another language, and that more than the help line. */
function score(branch: CategoryBranch, topic: TopicChoice, term: string): number {
  const best = (texts: readonly string[], weight: number) =>
    Math.max(0, ...texts.map((text) => closeness(searchable(text), term) * weight))
  return Math.max(
    best([topic.name], 8),
    best(topic.own, 5),
    best([branch.name], 4),
    best(topic.other, 3),
    best([topic.help], 1),
  )
}

/**
 * Topics that meet every word of `query`, best first, equals in the language's own order: names and synonyms in the
 * viewer's language and in all others, without regard to case and accents (003-07). An empty query finds nothing.
 */
export function searchTopics(branches: readonly CategoryBranch[], query: string, locale: Locale): FoundTopic[] {
  const terms = searchable(query).slice(0, 200).split(' ').filter(Boolean)
  if (terms.length === 0) return []
  const found: (FoundTopic & { points: number })[] = []
  for (const branch of branches) {
    for (const topic of branch.topics) {
      const points = terms.map((term) => score(branch, topic, term))
      if (points.every((each) => each > 0)) {
        const total = points.reduce((sum, each) => sum + each, 0)
        found.push({ topic, category: { id: branch.id, name: branch.name }, points: total })
      }
    }
  }
  const inOrder = new Intl.Collator(locale).compare
  return found
    .sort((a, b) => b.points - a.points || inOrder(a.topic.name, b.topic.name))
    .map(({ topic, category }) => ({ topic, category }))
}
