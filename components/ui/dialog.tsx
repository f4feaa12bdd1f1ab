import type { ReactNode } from 'react'
import { buttonClasses } from './button-classes'
import { CloseIcon } from './icons'

type DialogProps = {
  /** What `DialogButton` opens. */
  id: string
  title: ReactNode
  /** Word of the button in the corner. */
  close: string
  children: ReactNode
}

/**
 * The browser's own dialog: it keeps the focus, closes on Escape and on the ground beside it, and gives the focus
 * back. A form inside closes it with `<button formMethod="dialog">` or by going elsewhere.
 */
export function Dialog({ id, title, close, children }: DialogProps) {
  return (
    <dialog
      id={id}
      aria-labelledby={`${id}-title`}
      {...{ closedby: 'any' }}
      className="overlay-in max-h-[85dvh] w-[min(34rem,calc(100vw-2rem))] overflow-auto rounded-sheet border border-hairline bg-surface p-0 text-ink shadow-overlay backdrop:bg-rail/50"
    >
      <header className="flex items-start justify-between gap-4 border-hairline border-b py-3 pr-3 pl-5">
        <h2 id={`${id}-title`} className="py-1 text-20">
          {title}
        </h2>
        <form method="dialog">
          <button type="submit" aria-label={close} title={close} className={buttonClasses('quiet')}>
            <CloseIcon />
          </button>
        </form>
      </header>
      <div className="p-5">{children}</div>
    </dialog>
  )
}
