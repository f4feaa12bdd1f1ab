import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { QueueItems } from '@/components/escalation/queue-items'
import { ThreeAnswers } from '@/components/oncall/three-answers'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { formatsFor } from '@/lib/i18n'
import { pageContext } from '@/lib/web'
import { homeOfOnCall } from './on-call-side'

type PageProps = { params: Promise<{ marketplace: string }> }

/** Looked at again this often, in seconds: a page's own time to a person is counted in minutes. */
const LOOK_EVERY = 15

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('oncall'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** O2: on now? next? anything on fire? And the on-call queue. */
export default async function OnCall({ params }: PageProps) {
  const { marketplace: slug } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall`)
  const home = await homeOfOnCall(actor)
  const t = await getTranslations('oncall')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const serves = home.you.current !== null || home.you.next !== null
  return (
    <div className="grid gap-8">
      <h1 className="sr-only">{t('title')}</h1>
      <ThreeAnswers home={home} formats={formats} />
      {serves && !home.you.reachable ? (
        <Banner
          tone="urgent"
          title={t('unreachable.title')}
          action={<ButtonLink href={`/${slug}/oncall/phone`}>{t('unreachable.action')}</ButtonLink>}
        >
          {t('unreachable.text')}
        </Banner>
      ) : null}
      <section aria-labelledby="queue" className="grid gap-4">
        <header className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="queue" className="text-20">
            {t('queue.title')}
          </h2>
          {home.items.length > 1 ? <p className="text-14 text-ink-2">{t('queue.note')}</p> : null}
        </header>
        {home.items.length === 0 ? (
          <Empty kind="all-done" title={t('queue.empty.title')}>
            {t('queue.empty.text')}
          </Empty>
        ) : (
          <QueueItems
            items={home.items}
            hrefOf={(id) => `/${slug}/oncall/escalation/${id}`}
            formats={formats}
            now={home.now}
          />
        )}
      </section>
      <LiveRefresh seconds={LOOK_EVERY} />
    </div>
  )
}
