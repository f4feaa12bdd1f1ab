import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { classes } from '@/components/ui/classes'
import { StampedNumber } from '@/components/ui/stamped-number'

export type NoticeItem = {
  id: string
  /** What happened, in a line. */
  line: string
  /** The request, and where it is; null when she may not open it any more. */
  about: { href: string; number: string; subject: string; lang: string } | null
  when: ReactNode
  /** Word for "unread" when it is. */
  unread: string | null
  /** What marks it read. */
  act: ReactNode
}

type NoticeListProps = { label: string; gone: string; items: readonly NoticeItem[] }

/** What somebody was told, newest first; what she has not read is heavy and dotted. Server only. */
export function NoticeList({ label, gone, items }: NoticeListProps) {
  return (
    <ul aria-label={label} className="border-hairline border-t">
      {items.map(({ id, line, about, when, unread, act }) => (
        <li
          key={id}
          className={classes(
            'relative flex flex-wrap items-center gap-x-4 gap-y-2 border-hairline border-b py-3 pr-4 pl-4.5',
            'before:absolute before:inset-y-0 before:left-0 before:w-1',
            unread ? 'bg-surface before:bg-brand' : 'before:bg-transparent',
          )}
        >
          <div className="grid min-w-0 flex-1 basis-56 gap-1">
            <span className={unread ? 'font-strong' : undefined}>
              {unread ? <span className="sr-only">{unread}: </span> : null}
              {line}
            </span>
            <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-14 text-ink-2">
              {about ? (
                <>
                  <StampedNumber>{about.number}</StampedNumber>
                  <AppLink href={about.href} lang={about.lang} className="min-w-0 break-words text-ink underline">
                    {about.subject}
                  </AppLink>
                </>
              ) : (
                gone
              )}
              <span className="text-13">{when}</span>
            </span>
          </div>
          {act ? <div className="-mx-3.5 -my-1.5 text-14">{act}</div> : null}
        </li>
      ))}
    </ul>
  )
}
