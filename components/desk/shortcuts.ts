/*
 * The desk's keys. Physical keys (KeyboardEvent.code), so that they sit in the same place on a Russian layout. Pure but
 * for the switch, which is kept on this device: WCAG 2.1.4 asks that keys of one character can be turned off.
 */

export const SHORTCUTS = ['next', 'previous', 'open', 'back', 'answer', 'note', 'take', 'search', 'help'] as const
export type Shortcut = (typeof SHORTCUTS)[number]

/** What tinykeys listens for; several ways lead to one act. "?" stands elsewhere on many keyboards. */
export const BINDINGS: Readonly<Record<string, Shortcut>> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyO: 'open',
  KeyU: 'back',
  Escape: 'back',
  KeyR: 'answer',
  KeyN: 'note',
  KeyA: 'take',
  Slash: 'search',
  'Shift+Slash': 'help',
  'Shift+?': 'help',
}

/** How each is written on the page: what stands on a key is no text. */
export const KEYS: Readonly<Record<Shortcut, readonly string[]>> = {
  next: ['J'],
  previous: ['K'],
  open: ['O', 'Enter'],
  back: ['U', 'Esc'],
  answer: ['R'],
  note: ['N'],
  take: ['A'],
  search: ['/'],
  help: ['?'],
}

/** Where a key belongs to what is being written or chosen, and not to the desk. */
export const WRITING =
  'input, textarea, select, [contenteditable], [role="textbox"], [role="combobox"], [role="listbox"]'

/** Where j and k lead from `at` (-1: nowhere yet) in a list of `count`; null: no further. */
export function stepFrom(at: number, count: number, by: 1 | -1): number | null {
  if (count === 0) return null
  const to = at === -1 ? (by === 1 ? 0 : count - 1) : at + by
  return to >= 0 && to < count ? to : null
}

const kept = 'desk-shortcuts'

/** Whether the keys of the desk are on, on this device. */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(kept) !== 'off'
  } catch {
    return true // storage is off: they are on until the page is left
  }
}

/** Remembered on this device. */
export function switchShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(kept)
    else localStorage.setItem(kept, 'off')
  } catch {
    // as above
  }
}
