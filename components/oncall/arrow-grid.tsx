'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/**
 * Days that are walked with the arrow keys: one stop for Tab, a week up and down, Home and End for the month's edges.
 * Without script each day is a link of its own.
 */
export function ArrowGrid({ children }: { children: ReactNode }) {
  const grid = useRef<HTMLDivElement>(null)
  const days = () => [...(grid.current?.querySelectorAll<HTMLAnchorElement>('a[data-day]') ?? [])]
  useEffect(() => {
    const all = [...(grid.current?.querySelectorAll<HTMLAnchorElement>('a[data-day]') ?? [])]
    const stop = all.find((day) => day.getAttribute('aria-current')) ?? all[0]
    for (const day of all) day.tabIndex = day === stop ? 0 : -1
  })
  function move(event: KeyboardEvent) {
    const all = days()
    const here = all.indexOf(document.activeElement as HTMLAnchorElement)
    if (here < 0 || event.altKey || event.ctrlKey || event.metaKey) return
    const step = steps[event.key]
    const there =
      event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : step === undefined ? here : here + step
    const day = all[there]
    if (!day || there === here) return
    event.preventDefault()
    for (const one of all) one.tabIndex = one === day ? 0 : -1
    day.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only the links inside take the focus
    <div ref={grid} onKeyDown={move}>
      {children}
    </div>
  )
}
