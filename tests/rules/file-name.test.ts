import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dispositionOf, extensionOf, safeFileName } from '@/lib/attachments/file-name'

describe('names of files', () => {
  test('a safe name has no folder, no control or invisible character, and is safe twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = safeFileName(given)
        if (name === null) return
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.|\.$/u)
        expect([...name].length).toBeLessThanOrEqual(180)
        expect(safeFileName(name)).toBe(name)
      }),
    )
  })

  test('a download header holds any name, and is ASCII and one line (RFC 6266)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (given) => {
        const name = safeFileName(given)
        if (name === null) return
        const header = dispositionOf(name)
        expect(header).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/,
        )
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name)
      }),
    )
    expect(dispositionOf('Счёт №5.pdf')).toBe(
      'attachment; filename="____ _5.pdf"; filename*=UTF-8\'\'%D0%A1%D1%87%D1%91%D1%82%20%E2%84%965.pdf',
    )
  })

  test('the extension is what stands after the last dot', () => {
    expect(['a.PNG', 'a.png.exe', 'a', '.png', 'a.'].map(extensionOf)).toEqual(['png', 'exe', '', '', ''])
  })
})
