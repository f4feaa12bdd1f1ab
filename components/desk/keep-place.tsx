'use client'

import { useEffect, useRef } from 'react'

const places = new Map<string, number>()

/**
 * Keeps how far a list was scrolled while its tickets are opened one after another: each page draws the list anew.
 * `name` tells lists apart. What is open is brought into sight when it is not.
 */
export function KeepPlace({ name }: { name: string }) {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const column = scrollerOf(mark.current)
    if (!column) return
    column.scrollTop = places.get(name) ?? 0
    const current = column.querySelector('[aria-current="true"]')
    const [box, row] = [column.getBoundingClientRect(), current?.getBoundingClientRect()]
    if (row && (row.top < box.top || row.bottom > box.bottom)) column.scrollTop += row.top - box.top - box.height / 2
    const keep = () => places.set(name, column.scrollTop)
    column.addEventListener('scroll', keep, { passive: true })
    return () => column.removeEventListener('scroll', keep)
  }, [name])
  return <span ref={mark} hidden />
}

/** The column that scrolls by itself; none on a narrow screen, where the page does. */
function scrollerOf(inside: HTMLElement | null): HTMLElement | null {
  for (let box = inside?.parentElement ?? null; box; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box
  }
  return null
}
