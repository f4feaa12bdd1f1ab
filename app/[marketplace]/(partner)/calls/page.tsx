import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallRows } from '@/components/calls/call-rows'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { callList } from '@/lib/escalation'
import { formatsFor } from '@/lib/i18n'
import { pageContext } from '@/lib/web'

type PageProps = { params: Promise<{ marketplace: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('calls'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** The marketplace's calls to this company (000-13, 000-15): what waits for it, and what became of earlier ones. */
export default async function Calls({ params }: PageProps) {
  const { marketplace: slug } = await params
  const { actor, viewer } = await pageContext(slug, 'partner', `/${slug}/calls`)
  const { open, closed } = await callList(actor)
  const t = await getTranslations('calls')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const href = (id: string) => `/${slug}/calls/${id}`
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={t('title')} below={t('lead')} />
      {open.length + closed.length === 0 ? (
        <Empty kind="nothing-yet" title={t('empty.title')}>
          {t('empty.text')}
        </Empty>
      ) : null}
      {open.length > 0 ? (
        <section className="pb-8">
          <h2 className="pb-2 text-20">{t('openTitle')}</h2>
          <CallRows label={t('openTitle')} calls={open} href={href} formats={formats} />
        </section>
      ) : null}
      {closed.length > 0 ? (
        <section>
          <h2 className="pb-2 text-20">{t('closedTitle')}</h2>
          <CallRows label={t('closedTitle')} calls={closed} href={href} formats={formats} />
        </section>
      ) : null}
    </div>
  )
}
