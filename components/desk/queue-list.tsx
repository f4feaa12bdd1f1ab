import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { ButtonLink } from '@/components/ui/button'
import { TabLinks } from '@/components/ui/tabs'
import type { Formats } from '@/lib/i18n'
import {
  MOST_IN_VIEW,
  QUEUE_SORTS,
  QUEUE_VIEWS,
  type QueuePage,
  type QueueSort,
  type QueueView,
} from '@/lib/tickets/schema'
import { KeepPlace } from './keep-place'
import { QueueRow } from './queue-row'
import { QueueSearch } from './queue-search'

type QueueListProps = {
  page: QueuePage
  /** Addresses: of a view, an order, a further part, a request seen from here; of the whole desk, for the search. */
  hrefs: {
    desk: string
    view: (view: QueueView) => string
    sort: (sort: QueueSort) => string
    ticket: (number: string) => string
    more?: string
    first?: string
  }
  /** Number of the ticket that is open beside the list. */
  open?: string
  /** Beside an open ticket the list is not what the page is about. */
  heading: 'h1' | 'h2'
  /** Shown where there is no row. */
  empty: ReactNode
  formats: Formats
  now: Date
}

/** So many rows after the open one (or the first ones) are fetched before they are asked for. */
const SOON = 2

/** The left column of the desk: search, views with their counts, and the rows of one of them. Server only. */
export function QueueList({ page, hrefs, open, heading: Heading, empty, formats, now }: QueueListProps) {
  const t = useTranslations('desk')
  const at = page.rows.findIndex(({ number }) => number === open)
  const searched = page.search !== ''
  return (
    <>
      <KeepPlace name={`${page.view} ${page.sort} ${page.search} ${hrefs.first ?? ''}`} />
      <header className="grid gap-2.5 px-4 pt-3.5 pb-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <Heading className="font-strong text-16">{searched ? t('search.title') : t('title')}</Heading>
          {searched || page.view === 'all' ? (
            <p className="text-13 text-ink-2">{t(searched ? 'order.found' : 'order.change')}</p>
          ) : (
            <Orders page={page} href={hrefs.sort} />
          )}
        </div>
        <QueueSearch action={hrefs.desk} page={page} clear={hrefs.view(page.view)} />
      </header>
      <div className="px-4">
        <TabLinks
          label={t('views.label')}
          tabs={QUEUE_VIEWS.map((view) => ({
            href: hrefs.view(view),
            label: t(`views.${view}`),
            count: counted(page.counts[view], formats),
            current: !searched && view === page.view,
          }))}
        />
      </div>
      {page.rows.length === 0 ? (
        empty
      ) : (
        <ul aria-label={searched ? t('search.title') : t(`views.${page.view}`)} className="border-hairline border-t">
          {page.rows.map((row, place) => (
            <QueueRow
              key={row.id}
              row={row}
              href={hrefs.ticket(row.number)}
              sort={searched ? 'change' : page.sort}
              current={row.number === open}
              soon={place > at && place <= at + SOON}
              formats={formats}
              now={now}
            />
          ))}
        </ul>
      )}
      {searched && page.more ? <p className="p-4 text-13 text-ink-2">{t('search.more')}</p> : null}
      {hrefs.more || hrefs.first ? (
        <div className="flex flex-wrap justify-between gap-2 p-4">
          {hrefs.first ? <ButtonLink href={hrefs.first}>{t('first')}</ButtonLink> : <span />}
          {hrefs.more ? <ButtonLink href={hrefs.more}>{t('more')}</ButtonLink> : null}
        </div>
      ) : null}
    </>
  )
}

/** "99+": nothing is counted further. */
function counted(count: number, formats: Formats): string {
  return count > MOST_IN_VIEW ? `${formats.number(MOST_IN_VIEW)}+` : formats.number(count)
}

/** The two orders, the one in use first in weight. */
function Orders({ page, href }: { page: QueuePage; href: (sort: QueueSort) => string }) {
  const t = useTranslations('desk.order')
  return (
    <nav aria-label={t('label')} className="flex flex-wrap gap-x-3 text-13">
      {QUEUE_SORTS.map((sort) => (
        <AppLink
          key={sort}
          href={href(sort)}
          aria-current={sort === page.sort ? 'true' : undefined}
          className="text-ink-2 no-underline underline-offset-3 hover:underline aria-[current]:font-strong aria-[current]:text-ink"
        >
          {t(sort)}
        </AppLink>
      ))}
    </nav>
  )
}
