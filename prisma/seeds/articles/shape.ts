import type { Section } from '@/lib/articles'
import type { Locale } from '@/lib/i18n/locales'

/** `body`: "## " begins a heading, "- " an item, blank lines part paragraphs (lib/articles/article-blocks.ts). */
export type ArticleText = { title: string; body: string }
export type ArticleSeed = { slug: string; section: Section; texts: Record<Locale, ArticleText> }
