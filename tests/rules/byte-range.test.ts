import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rangeOf } from '@/lib/attachments/byte-range'

describe('the part of a file that is asked for (RFC 9110, 14.2)', () => {
  test.each([
    ['bytes=0-0', { from: 0, to: 0 }],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=90-500', { from: 90, to: 99 }],
    ['bytes=-5', { from: 95, to: 99 }],
    ['bytes=-500', { from: 0, to: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-3', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['items=0-1', null],
    ['', null],
    [null, null],
  ])('%s', (header, expected) => expect(rangeOf(header, 100)).toEqual(expected))

  test('whatever is asked, the part lies inside the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1e9 }), (text, from, to, bytes) => {
        for (const header of [text, `bytes=${from}-${to}`, `bytes=${from}-`, `bytes=-${to}`]) {
          const part = rangeOf(header, bytes)
          if (part === null || part === 'unsatisfiable') continue
          expect(part.from).toBeGreaterThanOrEqual(0)
          expect(part.from).toBeLessThanOrEqual(part.to)
          expect(part.to).toBeLessThan(bytes)
        }
      }),
    )
  })
})
