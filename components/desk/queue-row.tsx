import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Chip, Tag } from '@/components/ui/chip'
import { classes } from '@/components/ui/classes'
import { ClipIcon } from '@/components/ui/icons'
import { StampedNumber } from '@/components/ui/stamped-number'
import { Time } from '@/components/ui/time'
import { toneRail } from '@/components/ui/tone-classes'
import type { Formats } from '@/lib/i18n'
import type { Person, QueueSort, QueueRow as Row } from '@/lib/tickets/schema'
import { chipOfRow, toneOfRow } from './desk-tone'

type QueueRowProps = {
  row: Row
  href: string
  /** The order of the list: by change, a row says when it changed; what is late says so in either. */
  sort: QueueSort
  /** It stands open beside the list. */
  current: boolean
  /** It is likely to be opened next: fetched before it is asked for. */
  soon: boolean
  formats: Formats
  now: Date
}

/** One request in the desk's list: a link of two lines, and a third where something sets it apart. */
export function QueueRow({ row, href, sort, current, soon, formats, now }: QueueRowProps) {
  const t = useTranslations('desk')
  const tone = toneOfRow(row)
  const unread = row.unread && !current
  return (
    <li
      className={classes(
        'relative border-hairline border-b before:absolute before:inset-y-0 before:left-0 before:w-1',
        'has-[a:hover]:bg-surface has-[a:focus-visible]:bg-surface',
        toneRail[tone],
        current && 'bg-surface ring-2 ring-focus ring-inset',
      )}
    >
      <AppLink
        href={href}
        prefetch={soon}
        data-queue-row={row.number}
        aria-current={current ? 'true' : undefined}
        className="grid grid-cols-[minmax(0,1fr)] gap-0.5 py-2 pr-4 pl-4.5 no-underline focus-visible:-outline-offset-2"
      >
        <span className="flex flex-wrap items-baseline gap-x-3 sm:flex-nowrap">
          <span
            lang={row.locale}
            className={classes(
              'min-w-0 flex-1 basis-52 sm:basis-0 sm:truncate',
              unread ? 'font-strong' : 'font-medium',
            )}
          >
            {unread ? (
              <>
                <span aria-hidden="true" className="mr-2 inline-block size-2 rounded-full bg-brand align-middle" />
                <span className="sr-only">{t('row.unread')}: </span>
              </>
            ) : null}
            {row.subject}
          </span>
          <span className={classes('shrink-0 text-12', row.overdue ? 'font-strong text-status-urgent' : 'text-ink-2')}>
            <When row={row} sort={sort} formats={formats} now={now} />
          </span>
        </span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-13 text-ink-2 sm:flex-nowrap">
          <StampedNumber>{row.number}</StampedNumber>
          <span className="min-w-0 flex-1 max-sm:order-last max-sm:basis-full sm:truncate">
            {row.partner.name} · {row.topic.name}
          </span>
          {row.hasFiles ? (
            <span title={t('row.files')} className="inline-flex">
              <ClipIcon className="size-3.5" />
              <span className="sr-only">{t('row.files')}</span>
            </span>
          ) : null}
          {row.assignee ? <Assignee person={row.assignee} /> : null}
          <span className="ml-auto max-w-full sm:shrink-0">
            <Chip tone={tone}>{t(`chip.${chipOfRow(row)}`)}</Chip>
          </span>
        </span>
        <Marks row={row} />
      </AppLink>
    </li>
  )
}

/** What sets it apart: a general fault with its breadth (002-09), a priority that is not the usual one. */
function Marks({ row }: { row: Row }) {
  const t = useTranslations('desk')
  if (!row.general && row.priority === 'normal') return null
  return (
    <span className="flex flex-wrap gap-1.5">
      {row.general ? <Tag brand>{t('row.general', { count: row.general.partners })}</Tag> : null}
      {row.priority === 'normal' ? null : <Tag>{t(`priority.${row.priority}`)}</Tag>}
    </span>
  )
}

/** Whose it is, by initials; the whole name on hover and for a screen reader. */
function Assignee({ person }: { person: Person }) {
  const t = useTranslations('desk.ticket')
  const name = person.mine ? t('withYou') : t('with', { name: person.name })
  return (
    <span
      title={name}
      className={classes(
        'grid h-5 min-w-5 place-items-center rounded-full px-1 font-medium text-12',
        person.mine ? 'bg-brand-soft text-brand' : 'bg-status-closed-soft text-status-closed',
      )}
    >
      <span aria-hidden="true">{initials(person.name)}</span>
      <span className="sr-only">{name}</span>
    </span>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '').join('')
}

type WhenProps = Pick<QueueRowProps, 'row' | 'sort' | 'formats' | 'now'>

function When({ row, sort, formats, now }: WhenProps) {
  const t = useTranslations('desk.row')
  if (row.overdue && row.dueAt) return t('over', { time: formats.duration(now.getTime() - row.dueAt.getTime()) })
  const due = sort === 'due' ? row.dueAt : null
  const time = <Time plain at={due ?? row.updatedAt} formats={formats} as="short" now={now} />
  return due ? t.rich('due', { when: () => time }) : time
}
