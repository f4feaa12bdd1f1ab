import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import type { CategoryBranch } from './schema'

type WrittenCategory = { id: string; key: string; texts: readonly { locale: string; name: string }[] }
type TopicText = { locale: string; name: string; help: string; synonyms: string }
type WrittenTopic = {
  id: string
  key: string
  categoryId: string
  urgent: boolean
  liveOnly: boolean
  suggested: number | null
  texts: readonly TopicText[]
}

/** The picker's tree: both levels in the alphabetical order of `locale` (003-07), categories without topics left out. */
export function treeOf(
  categories: readonly WrittenCategory[],
  topics: readonly WrittenTopic[],
  locale: Locale,
): CategoryBranch[] {
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
}

/** A text in the reader's language; English, then any, while a marketplace has not written it yet. */
export function inLanguage<Text extends { locale: string }>(texts: readonly Text[], locale: Locale): Text | undefined {
  const at = (wanted: string) => texts.find((text) => text.locale === wanted)
  return at(locale) ?? at(defaultLocale) ?? texts[0]
}

function words(text: { name: string; synonyms: string }): string[] {
  return [text.name, ...text.synonyms.split(',').map((word) => word.trim())].filter(Boolean)
}
