import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

/**
 * List of 400 px, the conversation beside it, and at the right (below it where there is no room) what belongs to it. On a
 * narrow screen the list or the rest, as `showing` says. Each column scrolls by itself, and is `relative` so that what is
 * hidden inside it does not lengthen the page.
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
  const hidden = showing === 'list' && 'hidden lg:block'
  return (
    <div className="min-h-full lg:grid lg:h-dvh lg:grid-cols-[400px_minmax(0,1fr)]">
      <div
        className={classes(
          'relative min-w-0 border-hairline lg:block lg:overflow-y-auto lg:border-r',
          showing === 'detail' && 'hidden',
        )}
      >
        {list}
      </div>
      {aside ? (
        <div
          className={classes(
            'relative min-w-0 lg:overflow-y-auto xl:grid xl:h-dvh xl:grid-cols-[minmax(0,1fr)_280px] xl:overflow-visible',
            hidden,
          )}
        >
          <div className="relative min-w-0 bg-surface xl:overflow-y-auto">{children}</div>
          <aside className="relative min-w-0 border-hairline border-t p-4 xl:overflow-y-auto xl:border-t-0 xl:border-l">
            {aside}
          </aside>
        </div>
      ) : (
        <div className={classes('relative min-w-0 bg-surface lg:overflow-y-auto', hidden)}>{children}</div>
      )}
    </div>
  )
}
