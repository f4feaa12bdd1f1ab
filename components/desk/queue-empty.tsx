import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/button'
import { Empty, type EmptyKind } from '@/components/ui/empty'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { QueuePage, QueueRow, QueueView } from '@/lib/tickets/schema'

const kinds: Record<QueueView, EmptyKind> = {
  waiting: 'all-done',
  mine: 'no-match',
  team: 'all-done',
  unassigned: 'all-done',
  urgent: 'all-done',
  all: 'no-match',
}

type QueueEmptyProps = { page: QueuePage; next: NextDueProps | null }

/** Which kind of nothing it is: no request ever, none in this view, or nothing left to do; and what is due next. */
export function QueueEmpty({ page, next }: QueueEmptyProps) {
  const t = useTranslations('desk.empty')
  if (page.search !== '')
    return (
      <Empty kind="no-match" title={t('search.title')}>
        <p>{t('search.text')}</p>
      </Empty>
    )
  const kind = page.counts.all === 0 ? 'nothing' : page.view
  return (
    <Empty kind={kind === 'nothing' ? 'nothing-yet' : kinds[kind]} title={t(`${kind}.title`)}>
      <p>{t(`${kind}.text`)}</p>
      {kind === 'nothing' || kind === 'all' ? null : next ? <NextDue {...next} /> : <NoneDue />}
    </Empty>
  )
}

type NextDueProps = { row: QueueRow; href: string; formats: Formats }

/** "Next due: NV-2041, Mon 23 Nov, 12:00." */
export function NextDue({ row, href, formats }: NextDueProps) {
  const t = useTranslations('desk')
  return (
    <p className="mt-2">
      {t.rich('nextDue', {
        ticket: () => <TextLink href={href}>{row.number}</TextLink>,
        when: () => (row.dueAt ? <Time at={row.dueAt} formats={formats} /> : null),
      })}
    </p>
  )
}

function NoneDue() {
  const t = useTranslations('desk')
  return <p className="mt-2">{t('noneDue')}</p>
}
