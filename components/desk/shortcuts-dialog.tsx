'use client'

import { useEffect, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { DeskKeys } from './desk-keys'
import { KEYS, SHORTCUTS, type Shortcut, shortcutsOn, switchShortcuts } from './shortcuts'

export type ShortcutWords = Record<'title' | 'close' | 'lead' | 'on' | 'hint' | 'or', string> & {
  what: Record<Shortcut, string>
}

const id = 'shortcuts'

/** In the rail: leads to the list of keys, which a phone does not have. */
export function ShortcutsButton({ label }: { label: string }) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={label}
      title={label}
      className="hidden size-9 place-items-center rounded-control font-mono text-16 text-on-rail hover:bg-on-rail/15 focus-visible:outline-on-rail md:grid"
      onClick={() => {
        const dialog = document.getElementById(id)
        if (dialog instanceof HTMLDialogElement) dialog.showModal()
      }}
    >
      ?
    </button>
  )
}

/** The desk's keys, the list of them behind "?", and the switch that turns them off (WCAG 2.1.4). */
export function Shortcuts({ words }: { words: ShortcutWords }) {
  const [on, turn] = useState(true)
  useEffect(() => turn(shortcutsOn()), [])
  return (
    <>
      <DeskKeys dialog={id} />
      <Dialog id={id} title={words.title} close={words.close}>
        <div className="grid gap-4">
          <p className="text-ink-2">{words.lead}</p>
          <dl className="grid grid-cols-[max-content_1fr] items-baseline gap-x-4 gap-y-2">
            {SHORTCUTS.map((shortcut) => (
              <div key={shortcut} className="contents">
                <dt>
                  {KEYS[shortcut].map((key, place) => (
                    <span key={key}>
                      {place > 0 ? <span className="px-1 text-ink-2">{words.or}</span> : null}
                      <kbd className="inline-block min-w-6 rounded-stamp border border-control bg-canvas px-1.5 text-center font-mono text-12">
                        {key}
                      </kbd>
                    </span>
                  ))}
                </dt>
                <dd>{words.what[shortcut]}</dd>
              </div>
            ))}
          </dl>
          <label className="flex min-h-control items-start gap-2.5 border-hairline border-t pt-4">
            <input
              type="checkbox"
              checked={on}
              onChange={({ currentTarget: { checked } }) => {
                turn(checked)
                switchShortcuts(checked)
              }}
              className="mt-0.5 size-4 accent-brand"
            />
            <span className="grid">
              <span className="font-medium">{words.on}</span>
              <span className="text-13 text-ink-2">{words.hint}</span>
            </span>
          </label>
        </div>
      </Dialog>
    </>
  )
}
