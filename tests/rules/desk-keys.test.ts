import { createKeybindingsHandler } from 'tinykeys'
import { describe, expect, test } from 'vitest'
import { BINDINGS, KEYS, SHORTCUTS, type Shortcut, stepFrom } from '@/components/desk/shortcuts'
import { locales } from '@/lib/i18n/locales'
import desk from '@/lib/i18n/messages/desk'

/** Which acts a key press causes; `key` is what the layout makes of the physical key `code`. */
function pressed(code: string, key: string, held: readonly string[] = []): Shortcut[] {
  const caused: Shortcut[] = []
  const acts = Object.entries(BINDINGS).map(([keys, shortcut]) => [keys, () => caused.push(shortcut)])
  const listen = createKeybindingsHandler(Object.fromEntries(acts), { ignore: () => false })
  listen({ code, key, getModifierState: (name: string) => held.includes(name) } as unknown as Event)
  return caused
}

describe('the keys of the desk', () => {
  test.each<[string, string, string, Shortcut]>([
    ['KeyJ', 'j', 'о', 'next'],
    ['KeyK', 'k', 'л', 'previous'],
    ['KeyO', 'o', 'щ', 'open'],
    ['KeyU', 'u', 'г', 'back'],
    ['KeyR', 'r', 'к', 'answer'],
    ['KeyN', 'n', 'т', 'note'],
    ['KeyA', 'a', 'ф', 'take'],
    ['Escape', 'Escape', 'Escape', 'back'],
  ])('%s is the same act on a Latin and on a Russian layout', (code, latin, russian, act) => {
    expect(pressed(code, latin)).toEqual([act])
    expect(pressed(code, russian)).toEqual([act])
  })

  test('"?" is found where a layout has it, and where the key of the English one is', () => {
    expect(new Set(pressed('Slash', '?', ['Shift']))).toEqual(new Set(['help']))
    expect(pressed('Digit7', '?', ['Shift'])).toEqual(['help']) // Russian
    expect(pressed('Minus', '?', ['Shift'])).toEqual(['help']) // Italian, Spanish
    expect(pressed('Slash', ',', ['Shift'])).toEqual(['help'])
    expect(pressed('Slash', '/')).toEqual(['search'])
  })

  test('with a modifier they are the browser’s: nothing of the desk happens', () => {
    for (const held of ['Control', 'Alt', 'Meta'])
      for (const [code, key] of [
        ['KeyJ', 'j'],
        ['KeyR', 'r'],
        ['KeyN', 'n'],
        ['KeyA', 'a'],
        ['KeyU', 'u'],
      ] as const)
        expect(pressed(code, key, [held])).toEqual([])
    expect(pressed('KeyR', 'R', ['Shift'])).toEqual([])
  })

  test('each is listed behind "?" with its keys, in every language', () => {
    expect(new Set(Object.values(BINDINGS))).toEqual(new Set(SHORTCUTS))
    expect(Object.keys(KEYS)).toEqual([...SHORTCUTS])
    for (const locale of locales) expect(Object.keys(desk[locale].keys.what)).toEqual([...SHORTCUTS])
  })

  test('j and k stay inside the list, and begin at its ends', () => {
    expect(stepFrom(-1, 3, 1)).toBe(0)
    expect(stepFrom(-1, 3, -1)).toBe(2)
    expect(stepFrom(1, 3, 1)).toBe(2)
    expect(stepFrom(2, 3, 1)).toBeNull()
    expect(stepFrom(0, 3, -1)).toBeNull()
    expect(stepFrom(-1, 0, 1)).toBeNull()
  })
})
