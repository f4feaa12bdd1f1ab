'use client'

import { type PointerEvent, type ReactNode, useRef } from 'react'

/** Long enough to cross the gap between a button and its menu, in milliseconds. */
const LEAVING = 250

/**
 * Lets the `Menu` within open when a mouse comes over it, and close when it leaves. A click keeps it open, and without
 * script, on a touch screen and by keyboard the menu works as every other one.
 */
export function OpensOnHover({ menu, children }: { menu: string; children: ReactNode }) {
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const byHover = useRef(false)
  const sheet = () => document.getElementById(menu)
  const isOpen = () => sheet()?.matches(':popover-open') ?? false

  function enter({ pointerType }: PointerEvent) {
    clearTimeout(leaving.current)
    if (pointerType !== 'mouse' || isOpen()) return
    // By its own button, which it then stands under: a sheet that is merely shown does not know where it belongs.
    document.querySelector<HTMLElement>(`[popovertarget="${menu}"]`)?.click()
    byHover.current = true
  }

  function leave() {
    if (!byHover.current) return
    leaving.current = setTimeout(() => {
      if (byHover.current && isOpen()) sheet()?.hidePopover()
      byHover.current = false
    }, LEAVING)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only repeats what the button within does by click and key
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      className="contents"
      onPointerEnter={enter}
      onPointerLeave={leave}
      onClick={(event) => {
        // The click that follows the hover means "open", which it is: the browser would close it again.
        if (byHover.current && isOpen() && !sheet()?.contains(event.target as Node)) event.preventDefault()
        byHover.current = false
      }}
    >
      {children}
    </div>
  )
}
