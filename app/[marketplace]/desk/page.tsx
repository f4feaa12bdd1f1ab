import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NextDue } from '@/components/desk/queue-empty'
import { DeskColumns } from '@/components/frame/desk-columns'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { Empty } from '@/components/ui/empty'
import { formatsFor } from '@/lib/i18n'
import { queue } from '@/lib/tickets'
import { pageContext } from '@/lib/web'
import { type Asked, deskHref, readAsked } from './asked'
import { nextDue, QueueColumn } from './queue-column'

type PageProps = { params: Promise<{ marketplace: string }>; searchParams: Promise<Asked> }

/** The list is asked for again this often while somebody looks at it, in seconds. */
const LOOK_EVERY = 30

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('desk'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** A1: what waits for us, soonest due first, and four other views of the same requests. */
export default async function Desk({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const asked = readAsked(await searchParams)
  const { actor, viewer } = await pageContext(slug, 'staff', deskHref(slug, asked))
  const page = await queue(actor, { ...asked, search: asked.q, locale: viewer.locale })
  if (page.exact) redirect(deskHref(slug, { view: asked.view, sort: asked.sort }, page.exact))
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const t = await getTranslations('desk')
  const next = page.rows.length > 0 ? await nextDue(actor, slug, page, formats) : null
  return (
    <DeskColumns
      showing="list"
      list={<QueueColumn actor={actor} slug={slug} asked={asked} page={page} formats={formats} />}
    >
      <div className="grid h-full place-content-center">
        <Empty kind="nothing-yet" title={t('choose.title')}>
          <p>{t('choose.text')}</p>
          {next ? <NextDue {...next} /> : null}
        </Empty>
      </div>
      <LiveRefresh seconds={LOOK_EVERY} />
    </DeskColumns>
  )
}
