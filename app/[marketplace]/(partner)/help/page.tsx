import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AppLink } from '@/components/ui/app-link'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { NextIcon } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/page-head'
import { articleList, SECTIONS } from '@/lib/articles'
import { formatsFor } from '@/lib/i18n'
import { pageContext } from '@/lib/web'

type PageProps = { params: Promise<{ marketplace: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('help'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** The instructions by section, to look into before asking (003-03). */
export default async function Instructions({ params }: PageProps) {
  const { marketplace: slug } = await params
  const { actor, viewer } = await pageContext(slug, 'partner', `/${slug}/help`)
  const t = await getTranslations('help')
  const articles = await articleList(actor, viewer.locale)
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const sections = SECTIONS.filter((section) => articles.some((article) => article.section === section))
  return (
    <div className="mx-auto max-w-form">
      <PageHead title={t('title')} />
      {articles.length === 0 ? (
        <Empty
          kind="nothing-yet"
          title={t('empty')}
          action={
            <ButtonLink look="primary" href={`/${slug}/new`}>
              {t('write')}
            </ButtonLink>
          }
        >
          {t('emptyText')}
        </Empty>
      ) : (
        <div className="grid gap-8">
          <p className="text-ink-2">{t('lead')}</p>
          {sections.map((section) => (
            <section key={section} aria-labelledby={section} className="grid gap-2">
              <h2 id={section} className="font-strong text-20">
                {t(`section.${section}`)}
              </h2>
              <ul className="border-hairline border-t">
                {articles
                  .filter((article) => article.section === section)
                  .map((article) => (
                    <li key={article.slug} className="border-hairline border-b">
                      <AppLink
                        href={`/${slug}/help/${article.slug}`}
                        className="flex min-h-control items-center gap-3 px-1 py-3 no-underline hover:bg-surface"
                      >
                        <span className="grid min-w-0 flex-1">
                          <span className="font-medium text-brand">{article.title}</span>
                          <span className="text-14 text-ink-2">
                            {t('updated', { date: formats.date(article.updatedAt) })}
                          </span>
                        </span>
                        <NextIcon className="size-4 shrink-0 text-ink-2" />
                      </AppLink>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </div>
  )
}
