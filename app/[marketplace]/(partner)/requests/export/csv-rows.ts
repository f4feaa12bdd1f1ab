import type { Cell } from '@/lib/foundation/csv'
import { formatsFor, translatorFor } from '@/lib/i18n'
import type { TicketExport } from '@/lib/tickets/schema'
import type { Viewer } from '@/lib/web'

/** The first line in the reader's language; times are hers, and the line says in which zone. */
export function csvHeader({ locale, timeZone: zone }: Viewer, now: Date) {
  const t = translatorFor(locale, 'requests')
  const header = [
    t('csv.number'),
    t('csv.subject'),
    t('csv.status'),
    t('csv.reason'),
    t('csv.category'),
    t('csv.topic'),
    t('csv.openedBy'),
    t('csv.created', { zone }),
    t('csv.changed', { zone }),
    t('csv.due', { zone }),
    t('csv.answered', { zone }),
    t('csv.completed', { zone }),
    t('csv.stars'),
    t('csv.comment'),
  ]
  return { header, fileName: `${t('csv.file')}-${formatsFor(locale, zone).sortable(now).slice(0, 10)}.csv` }
}

export async function* csvRows(
  { locale, timeZone: zone }: Viewer,
  tickets: AsyncIterable<TicketExport>,
): AsyncGenerator<readonly Cell[]> {
  const t = translatorFor(locale, 'requests')
  const { sortable } = formatsFor(locale, zone)
  const time = (at: Date | null) => (at === null ? null : sortable(at))
  for await (const ticket of tickets) {
    yield [
      ticket.number,
      ticket.subject,
      t(`state.${ticket.state}`),
      ticket.completedReason === null ? null : t(`reason.${ticket.completedReason}`),
      ticket.topic.categoryName,
      ticket.topic.name,
      ticket.openedBy.name,
      time(ticket.createdAt),
      time(ticket.updatedAt),
      time(ticket.dueAt),
      time(ticket.firstAnsweredAt),
      time(ticket.completedAt),
      ticket.stars,
      ticket.comment,
    ]
  }
}
