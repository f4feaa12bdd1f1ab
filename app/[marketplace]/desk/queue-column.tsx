import { QueueEmpty } from '@/components/desk/queue-empty'
import { QueueList } from '@/components/desk/queue-list'
import type { StaffActor } from '@/lib/authz'
import { machineNow } from '@/lib/foundation/clock'
import type { Formats } from '@/lib/i18n'
import { queue } from '@/lib/tickets'
import type { QueuePage } from '@/lib/tickets/schema'
import { deskHref, type QueueAsked } from './asked'

type QueueColumnProps = {
  actor: StaffActor
  slug: string
  asked: QueueAsked
  page: QueuePage
  formats: Formats
  open?: string
}

/** The list beside every ticket of the desk, as its address asks for it. */
export async function QueueColumn({ actor, slug, asked, page, formats, open }: QueueColumnProps) {
  const at = (change: Partial<QueueAsked>) => deskHref(slug, { ...asked, ...change })
  return (
    <QueueList
      page={page}
      open={open}
      heading={open ? 'h2' : 'h1'}
      hrefs={{
        desk: deskHref(slug, {}),
        view: (view) => deskHref(slug, { view, sort: asked.sort }),
        sort: (sort) => deskHref(slug, { view: asked.view, sort }),
        ticket: (number) => deskHref(slug, asked, number),
        first: asked.cursor ? at({ cursor: undefined }) : undefined,
        more: page.nextCursor ? at({ cursor: page.nextCursor }) : undefined,
      }}
      empty={page.rows.length > 0 ? null : <QueueEmpty page={page} next={await nextDue(actor, slug, page, formats)} />}
      formats={formats}
      now={machineNow()}
    />
  )
}

/** What is due soonest of all that waits for us. */
export async function nextDue(actor: StaffActor, slug: string, page: QueuePage, formats: Formats) {
  const waiting =
    page.view === 'waiting' && page.search === ''
      ? page
      : await queue(actor, { view: 'waiting', locale: formats.locale })
  const row = waiting.rows.find(({ dueAt, overdue }) => dueAt !== null && !overdue)
  return row ? { row, href: deskHref(slug, {}, row.number), formats } : null
}
