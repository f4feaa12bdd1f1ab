import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

/**
 * List of 400 px and conversation beside it; on a narrow screen one of the two, as `showing` says. Each column scrolls
 * by itself, and is `relative` so that what is hidden inside it does not lengthen the page.
 */
export function DeskColumns({
  list,
  children,
  aside,
  showing,
}: {
  list: ReactNode
  children?: ReactNode
  aside?: ReactNode
  showing: 'list' | 'detail'
}) {
  return (
    <div
      className={classes(
        'min-h-full lg:grid lg:h-dvh lg:grid-cols-[400px_minmax(0,1fr)]',
        aside ? 'xl:grid-cols-[400px_minmax(0,1fr)_280px]' : null,
      )}
    >
      <div
        className={classes(
          'relative min-w-0 border-hairline lg:block lg:overflow-y-auto lg:border-r',
          showing === 'detail' && 'hidden',
        )}
      >
        {list}
      </div>
      <div
        className={classes('relative min-w-0 bg-surface lg:block lg:overflow-y-auto', showing === 'list' && 'hidden')}
      >
        {children}
      </div>
      {aside ? (
        <aside
          className={classes(
            'relative min-w-0 border-hairline border-t p-4 lg:col-start-2 xl:col-start-3 xl:overflow-y-auto xl:border-t-0 xl:border-l',
            showing === 'list' && 'hidden lg:block',
          )}
        >
          {aside}
        </aside>
      ) : null}
    </div>
  )
}

/** The head of a list: its name and how it is sorted. */
export function ColumnHead({ title, note }: { title: ReactNode; note?: ReactNode }) {
  return (
    <header className="flex items-baseline justify-between gap-3 px-4 pt-3.5 pb-2.5">
      <h1 className="font-strong text-16">{title}</h1>
      {note ? <p className="text-13 text-ink-2">{note}</p> : null}
    </header>
  )
}
