'use client'

import { useEffect, useState } from 'react'
import { buttonClasses } from './button-classes'
import { CloseIcon } from './icons'

export type Toast = {
  text: string
  /** Offers to take it back while the toast stands. */
  undo?: { label: string; act: () => void | Promise<void> }
  /** How long it stands; an undoable act keeps its 10 s. */
  seconds?: number
}

const channel = 'waybill:toast'

/** Says that something happened, from any client component. One at a time: the newest counts. */
export function showToast(toast: Toast): void {
  window.dispatchEvent(new CustomEvent(channel, { detail: toast }))
}

/** Where toasts appear; each frame has one. Polite, never takes the focus, waits while it is pointed at or focused. */
export function ToastRegion({ dismiss }: { dismiss: string }) {
  const [toast, setToast] = useState<Toast>()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const show = (event: Event) => setToast((event as CustomEvent<Toast>).detail)
    window.addEventListener(channel, show)
    return () => window.removeEventListener(channel, show)
  }, [])
  useEffect(() => {
    if (!toast || held) return
    const timer = setTimeout(() => setToast(undefined), (toast.seconds ?? 10) * 1000)
    return () => clearTimeout(timer)
  }, [toast, held])

  return (
    <div
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="fixed inset-x-4 bottom-4 z-50 mx-auto max-w-md sm:left-auto sm:mx-0"
    >
      {toast ? (
        <div className="overlay-in flex items-center gap-2 rounded-card bg-rail py-2 pr-2 pl-4 text-on-urgent shadow-overlay">
          <span className="min-w-0 flex-1">{toast.text}</span>
          {toast.undo ? (
            <button
              type="button"
              className="min-h-control rounded-control px-3 font-strong underline underline-offset-4"
              onClick={() => {
                void toast.undo?.act()
                setToast(undefined)
              }}
            >
              {toast.undo.label}
            </button>
          ) : null}
          <button
            type="button"
            aria-label={dismiss}
            onClick={() => setToast(undefined)}
            className={`${buttonClasses('quiet')} px-1 text-on-rail`}
          >
            <CloseIcon className="size-4" />
          </button>
        </div>
      ) : null}
    </div>
  )
}
