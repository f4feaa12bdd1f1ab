import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText, searchable } from '@/lib/foundation/clean-text'

const anything = fc.string({ unit: 'binary', maxLength: 60 })

describe('text as people type it', () => {
  test('cleaning twice is cleaning once', () => {
    fc.assert(fc.property(anything, (text) => cleanText(cleanText(text)) === cleanText(text)))
    fc.assert(fc.property(anything, (text) => cleanLine(cleanLine(text)) === cleanLine(text)))
  })

  test('nothing invisible is left, whatever was typed', () => {
    const hidden = fc.constantFrom(
      '\u200b',
      '\u202e',
      '\u2066',
      '\u0000',
      '\u001b',
      '\u00ad',
      '\ufeff',
      '\u3164',
      'e',
      '\u0301',
    )
    fc.assert(
      fc.property(fc.array(hidden, { maxLength: 12 }), (parts) => {
        expect(cleanText(parts.join(''))).toMatch(/^(e|é|\u0301)*$/u)
      }),
    )
  })

  test('lines stay lines, full-width letters become plain ones, an emoji family stays together', () => {
    expect(cleanText('\n one \r\n\ttwo\u2028three  \n\n')).toBe(' one\n\ttwo\nthree')
    expect(cleanLine('Ｆｅｅｄ\u00a0 has\nstopped')).toBe('Feed has stopped')
    expect(cleanText('👨‍👩‍👧 ok')).toBe('👨‍👩‍👧 ok')
    expect(cleanLine('in\u200dvoice')).toBe('invoice')
  })

  test('searching disregards case and accents (003-07)', () => {
    expect(searchable('Catálogo ÉTÉ')).toBe('catalogo ete')
    expect(searchable('Ещё чЁрный')).toBe(searchable('еще черный'))
  })
})
