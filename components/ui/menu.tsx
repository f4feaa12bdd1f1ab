import type { ReactNode } from 'react'
import { classes } from './classes'

type MenuProps = {
  id: string
  /** What stands on the button. */
  button: ReactNode
  /** Its name for a screen reader and on hover, when `button` is an icon. */
  label?: string
  /** Replaces the button's own look. */
  buttonClass?: string
  /** Opens beside the button instead of under it: for the rail. */
  side?: boolean
  children: ReactNode
}

/** A small sheet under its button: the browser's popover, so it needs no script and Escape or a click beside closes it. */
export function Menu({ id, button, label, buttonClass, side, children }: MenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        title={label}
        className={classes(buttonClass ?? menuButtonClasses)}
      >
        {button}
      </button>
      <div id={id} popover="auto" className={classes('menu', side && 'menu-side')}>
        {children}
      </div>
    </>
  )
}

export const menuButtonClasses =
  'inline-flex min-h-control min-w-control items-center justify-center gap-2 rounded-control px-2 hover:bg-sunken'

export const menuItemClasses =
  'flex min-h-control w-full items-center gap-3 rounded-control px-3 py-1 text-left no-underline hover:bg-sunken ' +
  'aria-[current]:font-strong'
