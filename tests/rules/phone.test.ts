import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { readAddress } from '@/lib/contacts/read-address'
import { changed, linesOf, withoutTwins } from '@/lib/contacts/rule-lines'
import { addMethodInput, codeInput, LINES_MOST, type RuleLine, rulesInput } from '@/lib/contacts/schema'

describe('the one form of an address', () => {
  test.each([
    ['mail', ' Ada@Shop.Example ', 'ada@shop.example'],
    ['mail', 'ada', null],
    ['sms', '+39 (02) 1234-5678', '+390212345678'],
    ['voice', '0039 02 1234 5678', '+390212345678'],
    ['sms', '02 1234 5678', null],
    ['sms', '+39 02 1234 5678 call me', null],
    ['ntfy', 'nova-night_7', 'nova-night_7'],
    ['ntfy', 'https://ntfy.example/sub/nova-night', 'https://ntfy.example/sub/nova-night'],
    ['ntfy', 'https://ntfy.example/', null],
    ['ntfy', 'two words', null],
    ['webhook', 'https://hooks.example/in?key=1', 'https://hooks.example/in?key=1'],
    ['webhook', 'HTTPS://Hooks.Example/In', 'https://hooks.example/In'],
    ['webhook', 'https://ada:secret@hooks.example/', null],
    ['webhook', 'javascript:alert(1)', null],
    ['webhook', 'hooks.example/in', null],
  ] as const)('%s: %s', (channel, written, read) => {
    expect(readAddress(channel, written)).toBe(read)
    const { success } = z.safeParse(addMethodInput, { channel, address: written })
    expect(success).toBe(read !== null)
  })

  test('reading what was read changes nothing', () => {
    const channel = fc.constantFrom('mail', 'sms', 'ntfy', 'webhook')
    const written = fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress(), fc.stringMatching(/^\+[0-9 ]{5,20}$/))
    fc.assert(
      fc.property(channel, written, (kind, text) => {
        const read = readAddress(kind, text)
        fc.pre(read !== null)
        expect(readAddress(kind, read)).toBe(read)
      }),
    )
  })
})

describe('her rules as a form', () => {
  const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`
  const line = (digit: number, delayMinutes = 0): RuleLine => ({ methodId: id(digit), delayMinutes, minSeverity: 'P2' })
  const lines = [line(1), line(2, 2), line(3, 5)]

  test('a form of none, one and several lines', () => {
    const read = (form: object) => linesOf(z.parse(rulesInput, form))
    expect(read({})).toEqual([])
    expect(read({ method: id(1), delay: '0', severity: 'P2' })).toEqual([line(1)])
    expect(read({ method: [id(1), id(2)], delay: ['0', '2'], severity: ['P2', 'P2'] })).toEqual([line(1), line(2, 2)])
  })

  test.each([
    { method: [id(1), id(2)], delay: '0', severity: ['P2', 'P2'] },
    { method: id(1), delay: '61', severity: 'P2' },
    { method: id(1), delay: '-1', severity: 'P2' },
    { method: id(1), delay: '1.5', severity: 'P2' },
    { method: id(1), delay: '1', severity: 'P3' },
    { method: 'mine', delay: '1', severity: 'P2' },
    { change: 'sideways 1' },
  ])('a form that cannot be one is refused: %j', (form) => {
    expect(z.safeParse(rulesInput, form).success).toBe(false)
  })

  test('each button does to a line what it says, and nothing at the edges', () => {
    const order = (change: string) =>
      changed(lines, change, id(9))
        .map(({ methodId }) => methodId.slice(-1))
        .join('')
    expect(['up 1', 'up 0', 'down 1', 'down 2', 'remove 0', 'remove 7', 'add', ''].map(order)).toEqual([
      '213',
      '123',
      '132',
      '123',
      '23',
      '123',
      '1239',
      '123',
    ])
    expect(changed(lines, 'add')).toEqual(lines)
    const full = Array.from({ length: LINES_MOST }, () => line(1))
    expect(changed(full, 'add', id(9))).toEqual(full)
  })

  test('moving up and down again is as if nothing was done; nothing is ever lost by moving', () => {
    const some = fc.array(
      fc.nat(9).map((digit) => line(digit)),
      { maxLength: LINES_MOST },
    )
    fc.assert(
      fc.property(some, fc.nat(11), (list, place) => {
        const moved = changed(list, `down ${place}`)
        if (place + 1 < list.length) expect(changed(moved, `up ${place + 1}`)).toEqual(list)
        expect(moved.toSorted(byMethod)).toEqual(list.toSorted(byMethod))
      }),
    )
  })

  test('of two lines that say the same the first stays', () => {
    expect(withoutTwins([line(1), line(2), line(1), line(1, 5)])).toEqual([line(1), line(2), line(1, 5)])
  })

  test('a code may be typed with spaces', () => {
    const read = (code: string) => z.safeParse(codeInput, { methodId: id(1), code })
    expect(read(' 123 456 ').data?.code).toBe('123456')
    expect([read('12345').success, read('12345a').success, read('').success]).toEqual([false, false, false])
  })
})

function byMethod(a: RuleLine, b: RuleLine): number {
  return a.methodId.localeCompare(b.methodId)
}
