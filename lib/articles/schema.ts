/* What a page of instructions is given. Safe in the browser. */

/** In the order the list shows them. */
export const SECTIONS = ['seller_support', 'integration', 'finance', 'security'] as const
export type Section = (typeof SECTIONS)[number]

/** One line of the list of instructions. */
export type ArticleRow = { slug: string; section: Section; title: string; updatedAt: Date }

/** A part of an article: a heading, a paragraph, or a list of items. */
export type ArticleBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }

/** One article in the reader's language. `lang` is the language it is really written in. */
export type Article = ArticleRow & { lang: string; body: string; blocks: ArticleBlock[] }
