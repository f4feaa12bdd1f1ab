import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AlertList } from '@/components/alerts/alert-list'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { Empty } from '@/components/ui/empty'
import { NextIcon } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/page-head'
import { alertsPage } from '@/lib/alerts'
import { env } from '@/lib/foundation/env'
import { formatsFor } from '@/lib/i18n'
import { pageContext } from '@/lib/web'
import { HeartbeatsPart } from './heartbeats-part'
import { KeysPart } from './keys-part'

type PageProps = { params: Promise<{ marketplace: string }> }

/** Looked at again this often, in seconds. */
const LOOK_EVERY = 15

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('alerts'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** What monitoring systems report, which heartbeats are expected, and the keys for both. */
export default async function Alerts({ params }: PageProps) {
  const { marketplace: slug } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/alerts`)
  const page = await alertsPage(actor)
  if (!page) notFound()
  const t = await getTranslations('alerts')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const hrefOf = (id: string) => `/${slug}/oncall/escalation/${id}`
  const shared = { page, hidden: { marketplace: slug, membershipId: actor.membershipId }, formats }
  const origin = env().WAYBILL_URL
  return (
    <div className="grid gap-6">
      <PageHead title={t('title')} below={<p>{t('lead')}</p>} />
      <section aria-labelledby="firing" className="grid gap-3">
        <h2 id="firing" className="text-20">
          {t('firing.title')}
        </h2>
        {page.firing.length > 0 ? (
          <AlertList alerts={page.firing} hrefOf={hrefOf} formats={formats} now={page.now} />
        ) : (
          <Empty kind="all-done" title={t('firing.empty.title')}>
            {t('firing.empty.text')}
          </Empty>
        )}
      </section>
      <HeartbeatsPart {...shared} origin={origin} />
      <KeysPart {...shared} origin={origin} />
      {page.mayEdit ? null : <p className="text-14 text-ink-2">{t('readOnly')}</p>}
      <details className="group grid gap-3">
        <summary className="inline-flex min-h-control items-center gap-2 font-strong text-20">
          <NextIcon className="size-4 group-open:rotate-90" />
          {t('resolved.title')}
        </summary>
        {page.resolved.length > 0 ? (
          <AlertList alerts={page.resolved} hrefOf={hrefOf} formats={formats} now={page.now} />
        ) : (
          <p className="text-14 text-ink-2">{t('resolved.empty')}</p>
        )}
      </details>
      <LiveRefresh seconds={LOOK_EVERY} />
    </div>
  )
}
