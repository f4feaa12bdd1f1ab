import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { Chip } from './chip'
import { classes } from './classes'
import { ClipIcon } from './icons'
import { StampedNumber } from './stamped-number'
import type { Tone } from './tone'
import { toneRail } from './tone-classes'

export type RailRowProps = {
  href: string
  tone: Tone
  /** The status in a word; stands in the chip. */
  status: ReactNode
  number: string
  title: ReactNode
  /** Language of the title when it is known. */
  lang?: string
  /** Company, topic. */
  about: ReactNode
  /** When something is due or happened (`<Time plain>`: a row is one link, so nothing in it takes the focus). `late` sets it in the urgent colour and weight. */
  when?: ReactNode
  late?: boolean
  /** Word for "unread" when it is; the title is then heavy and dotted. */
  unread?: string
  /** Word for its files ("2 files"): shows the paperclip (003-18). */
  files?: string
  current?: boolean
  /** A line of its own under the others: what was found, what was said last. */
  below?: ReactNode
}

/** A list of tickets; each line has the 4 px rail of its status. 54 px on the desk, a full touch target on a phone. */
export function RailList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="border-hairline border-t">
      {children}
    </ul>
  )
}

export function RailRow(row: RailRowProps) {
  return (
    <li
      className={classes(
        'relative border-hairline border-b before:absolute before:inset-y-0 before:left-0 before:w-1',
        'has-[a:hover]:bg-surface has-[a:focus-visible]:bg-surface',
        toneRail[row.tone],
        row.current && 'bg-surface ring-2 ring-focus ring-inset',
      )}
    >
      <AppLink
        href={row.href}
        aria-current={row.current ? 'true' : undefined}
        className="grid grid-cols-[minmax(0,1fr)] gap-1 py-3 pr-4 pl-4.5 no-underline focus-visible:-outline-offset-2 desk:gap-0.5 desk:py-2"
      >
        <span className="flex flex-wrap items-baseline gap-x-3 sm:flex-nowrap">
          <Title {...row} />
          <span
            className={classes(
              'shrink-0 text-13 desk:text-12',
              row.late ? 'font-strong text-status-urgent' : 'text-ink-2',
            )}
          >
            {row.when}
          </span>
        </span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-13 text-ink-2 sm:flex-nowrap">
          <StampedNumber>{row.number}</StampedNumber>
          <span className="min-w-0 flex-1 max-sm:order-last max-sm:basis-full sm:truncate">{row.about}</span>
          {row.files ? (
            <span title={row.files} className="inline-flex">
              <ClipIcon className="size-3.5" />
              <span className="sr-only">{row.files}</span>
            </span>
          ) : null}
          <span className="ml-auto max-w-full sm:shrink-0">
            <Chip tone={row.tone}>{row.status}</Chip>
          </span>
        </span>
        {row.below ? <span className="line-clamp-2 text-13 text-ink-2">{row.below}</span> : null}
      </AppLink>
    </li>
  )
}

function Title({ title, lang, unread }: RailRowProps) {
  return (
    <span
      lang={lang}
      className={classes('min-w-0 flex-1 basis-52 sm:basis-0 sm:truncate', unread ? 'font-strong' : 'font-medium')}
    >
      {unread ? (
        <>
          <span aria-hidden="true" className="mr-2 inline-block size-2 rounded-full bg-brand align-middle" />
          <span className="sr-only">{unread}: </span>
        </>
      ) : null}
      {title}
    </span>
  )
}
