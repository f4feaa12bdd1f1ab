import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { RailList, RailRow } from '@/components/ui/rail-row'
import { TabLinks } from '@/components/ui/tabs'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import { QUEUE_VIEWS, type QueuePage, type QueueRow, type QueueView } from '@/lib/tickets/schema'
import { chipOfRow, toneOfRow } from './desk-tone'
import { KeepPlace } from './keep-place'

type QueueListProps = {
  page: QueuePage
  /** Address of a view, of a further part of it, or of a ticket seen from here. */
  hrefs: { view: (view: QueueView) => string; ticket: (number: string) => string; more?: string; first?: string }
  /** Number of the ticket that is open beside the list. */
  open?: string
  /** Beside an open ticket the list is not what the page is about. */
  heading: 'h1' | 'h2'
  /** Shown where there is no row. */
  empty: ReactNode
  formats: Formats
  now: Date
}

/** The left column of the desk: views with their counts, and the rows of one of them. Server only. */
export function QueueList({ page, hrefs, open, heading: Heading, empty, formats, now }: QueueListProps) {
  const t = useTranslations('desk')
  return (
    <>
      <KeepPlace name={`${page.view} ${hrefs.first ?? ''}`} />
      <header className="flex items-baseline justify-between gap-3 px-4 pt-3.5 pb-1">
        <Heading className="font-strong text-16">{t('title')}</Heading>
        <p className="text-13 text-ink-2">{t(page.view === 'waiting' ? 'order.due' : 'order.newest')}</p>
      </header>
      <div className="px-4">
        <TabLinks
          label={t('views.label')}
          tabs={QUEUE_VIEWS.map((view) => ({
            href: hrefs.view(view),
            label: t(`views.${view}`),
            count: page.counts[view],
            current: view === page.view,
          }))}
        />
      </div>
      {page.rows.length === 0 ? (
        empty
      ) : (
        <RailList label={t(`views.${page.view}`)}>
          {page.rows.map((row) => (
            <RailRow
              key={row.id}
              href={hrefs.ticket(row.number)}
              tone={toneOfRow(row)}
              status={t(`chip.${chipOfRow(row)}`)}
              number={row.number}
              title={row.subject}
              about={`${row.partner.name} · ${row.topic.categoryName} / ${row.topic.name}`}
              when={<When row={row} formats={formats} now={now} />}
              late={row.overdue}
              files={row.hasFiles ? t('row.files') : undefined}
              current={row.number === open}
            />
          ))}
        </RailList>
      )}
      {hrefs.more || hrefs.first ? (
        <div className="flex flex-wrap justify-between gap-2 p-4">
          {hrefs.first ? <ButtonLink href={hrefs.first}>{t('first')}</ButtonLink> : <span />}
          {hrefs.more ? <ButtonLink href={hrefs.more}>{t('more')}</ButtonLink> : null}
        </div>
      ) : null}
    </>
  )
}

function When({ row, formats, now }: { row: QueueRow; formats: Formats; now: Date }) {
  const t = useTranslations('desk.row')
  if (row.overdue && row.dueAt) return t('over', { time: formats.duration(now.getTime() - row.dueAt.getTime()) })
  const time = <Time plain at={row.dueAt ?? row.updatedAt} formats={formats} as="short" now={now} />
  return row.dueAt ? t.rich('due', { when: () => time }) : time
}
