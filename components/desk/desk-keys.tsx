'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { tinykeys } from 'tinykeys'
import { BINDINGS, type Shortcut, shortcutsOn, stepFrom, WRITING } from './shortcuts'
import { askToWrite } from './write-signal'

type Router = ReturnType<typeof useRouter>

/** The page with its data, not only its outline; the enum behind this word is not let out by Next. */
const whole = { kind: 'full' } as unknown as Parameters<Router['prefetch']>[1]

/** Where the reader was in the list: a page of its own is drawn for each request. */
let place = { number: '', at: -1 }
/** The row that had the focus last, until something else took it; and whether the list is just being come back to. */
let focused: Element | null = null
let returning = false

/**
 * The keys of the desk: through the list, into a request and back, and to the box. They are silent where somebody
 * writes, while a dialog stands, with any modifier, and when they are switched off (WCAG 2.1.4).
 */
export function DeskKeys({ dialog }: { dialog: string }) {
  const router = useRouter()
  const latest = useRef(router)
  latest.current = router
  useEffect(() => {
    const acts = Object.entries(BINDINGS).map(([keys, shortcut]) => [
      keys,
      (event: KeyboardEvent) => {
        if (act(shortcut, latest.current, dialog)) event.preventDefault()
      },
    ])
    return tinykeys(window, Object.fromEntries(acts), { ignore: isSilent })
  }, [dialog])
  useKeptFocus()
  return null
}

function isSilent(event: KeyboardEvent): boolean {
  const { target } = event
  if (event.isComposing || event.defaultPrevented || !shortcutsOn()) return true
  if (target instanceof Element && target.closest(WRITING)) return true
  return document.querySelector('dialog[open], :popover-open') !== null
}

const rows = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-queue-row]')]
const opened = () => document.querySelector<HTMLAnchorElement>('a[data-desk-back]')

/** The row that has the focus, else the one that stands open, else where the reader was. */
function whereIn(list: readonly HTMLAnchorElement[]): number {
  const active = list.indexOf(document.activeElement as HTMLAnchorElement)
  if (active !== -1 && !opened()) return active
  const current = list.findIndex((row) => row.getAttribute('aria-current') === 'true')
  if (current !== -1) return current
  const known = list.findIndex((row) => row.dataset.queueRow === place.number)
  return known !== -1 || place.at === -1 ? known : Math.min(place.at, list.length) - 1
}

function leaveTicket(): boolean {
  const list = rows()
  const at = whereIn(list)
  if (at !== -1) place = { number: list[at]?.dataset.queueRow ?? '', at }
  returning = opened() !== null
  return press(opened())
}

/** Whether there was something to do. */
function act(shortcut: Shortcut, router: Router, dialog: string): boolean {
  switch (shortcut) {
    case 'next':
      return step(1, router)
    case 'previous':
      return step(-1, router)
    case 'open': {
      const list = rows()
      return press(opened() ? null : list[whereIn(list)])
    }
    case 'back':
      return leaveTicket()
    case 'answer':
    case 'note':
      if (!opened()) return false
      askToWrite(shortcut)
      return true
    case 'take':
      return press(document.querySelector<HTMLElement>('[data-desk-take]'))
    case 'search': {
      const box = document.getElementById('desk-search')
      box?.focus()
      return box !== null
    }
    case 'help': {
      const help = document.getElementById(dialog)
      if (help instanceof HTMLDialogElement && !help.open) help.showModal()
      return help !== null
    }
  }
}

/** With a request open: to the next one. In the list: the focus moves, and what it rests on is fetched. */
function step(by: 1 | -1, router: Router): boolean {
  const list = rows()
  const to = stepFrom(whereIn(list), list.length, by)
  const row = to === null ? undefined : list[to]
  if (!row || to === null) return false
  place = { number: row.dataset.queueRow ?? '', at: to }
  if (opened()) return press(row)
  row.focus()
  router.prefetch(row.href, whole)
  return true
}

function press(element: HTMLElement | null | undefined): boolean {
  element?.click()
  return !!element
}

/** Back in the list the focus is where it was; and when the row it was on has gone, on the one in its place. */
function useKeptFocus() {
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const list = rows()
      const at = list.indexOf(target as HTMLAnchorElement)
      focused = list[at] ?? null
      if (at !== -1) place = { number: list[at]?.dataset.queueRow ?? '', at }
    }
    const leave = () => {
      focused = null
    }
    const mend = () => {
      const lost = focused !== null && !focused.isConnected && document.activeElement === document.body
      const list = rows()
      if (opened() || list.length === 0 || !(lost || returning)) return
      returning = false
      const same = list.find((row) => row.dataset.queueRow === place.number)
      const row = same ?? list[Math.min(Math.max(place.at, 0), list.length - 1)]
      row?.focus()
    }
    const watch = new MutationObserver(mend)
    const main = document.getElementById('content')
    if (main) watch.observe(main, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', leave)
    return () => {
      watch.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', leave)
    }
  }, [])
}
