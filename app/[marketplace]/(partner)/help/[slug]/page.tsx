import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ArticleBody } from '@/components/help/article-body'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { articleBySlug } from '@/lib/articles'
import { formatsFor } from '@/lib/i18n'
import { pageContext } from '@/lib/web'

type PageProps = { params: Promise<{ marketplace: string; slug: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace: place, slug } = await params
  const { actor, marketplace, viewer } = await pageContext(place, 'partner')
  const article = await articleBySlug(actor, slug, viewer.locale)
  const [t, frame] = await Promise.all([getTranslations('help'), getTranslations('frame')])
  return { title: frame('title', { page: article?.title ?? t('title'), marketplace: marketplace.name }) }
}

/** One instruction, with its section and when it was last changed (003-01). */
export default async function Instruction({ params }: PageProps) {
  const { marketplace: place, slug } = await params
  const { actor, viewer } = await pageContext(place, 'partner', `/${place}/help/${slug}`)
  const article = await articleBySlug(actor, slug, viewer.locale)
  if (!article) notFound()
  const t = await getTranslations('help')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  return (
    <article className="mx-auto max-w-form">
      <PageHead
        back={{ href: `/${place}/help`, label: t('back') }}
        above={t(`section.${article.section}`)}
        title={<span lang={article.lang}>{article.title}</span>}
        below={
          <time dateTime={article.updatedAt.toISOString()} className="text-14">
            {t('updated', { date: formats.date(article.updatedAt) })}
          </time>
        }
      />
      <ArticleBody blocks={article.blocks} lang={article.lang} />
      <aside aria-labelledby="still" className="mt-10 grid justify-items-start gap-2 border-hairline border-t pt-6">
        <h2 id="still" className="font-strong text-16">
          {t('still')}
        </h2>
        <p className="text-ink-2">{t('stillText')}</p>
        <ButtonLink href={`/${place}/new`}>{t('write')}</ButtonLink>
      </aside>
    </article>
  )
}
