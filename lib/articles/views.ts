import type { Actor } from '@/lib/authz'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { asActor } from '@/lib/tenancy'
import { articleBlocks } from './article-blocks'
import { type Article, type ArticleRow, SECTIONS, type Section } from './schema'

/**
 * The marketplace's instructions (003-01, 003-03), by section, then by title in the alphabet of `locale`; archived ones
 * left out. Both sides may read them.
 */
export async function articleList(actor: Actor, locale: Locale): Promise<ArticleRow[]> {
  return asActor(actor, async (tx) => {
    const articles = await tx.article.findMany({
      where: { archivedAt: null },
      include: { texts: { select: { locale: true, title: true } } },
    })
    const inOrder = new Intl.Collator(locale).compare
    const place = ({ section }: ArticleRow) => SECTIONS.indexOf(section)
    return articles
      .map(({ slug, section, updatedAt, texts }) => {
        return { slug, section: section as Section, updatedAt, title: inLanguage(texts, locale)?.title ?? slug }
      })
      .sort((a, b) => place(a) - place(b) || inOrder(a.title, b.title))
  })
}

/** One of them; null when there is none such, or it is archived. */
export async function articleBySlug(actor: Actor, slug: string, locale: Locale): Promise<Article | null> {
  // An address may hold anything, and a database takes no zero.
  if (!/^[a-z0-9-]{2,80}$/.test(slug)) return null
  return asActor(actor, async (tx) => {
    const article = await tx.article.findFirst({ where: { slug, archivedAt: null }, include: { texts: true } })
    const text = article && inLanguage(article.texts, locale)
    if (!text) return null
    const { section, updatedAt } = article
    const { title, body, locale: lang } = text
    return { slug, section: section as Section, updatedAt, title, lang, body, blocks: articleBlocks(body) }
  })
}

/** A text in the reader's language; English, then any, while a marketplace has not written it yet. */
function inLanguage<Text extends { locale: string }>(texts: readonly Text[], locale: Locale): Text | undefined {
  const at = (wanted: string) => texts.find((text) => text.locale === wanted)
  return at(locale) ?? at(defaultLocale) ?? texts[0]
}
