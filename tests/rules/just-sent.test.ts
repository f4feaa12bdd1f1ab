import { expect, test } from 'vitest'
import { justSent } from '@/app/[marketplace]/(partner)/new/sent/just-sent'

const now = new Date('2026-11-23T12:00:00Z')
const said = (minutesAgo: number, mine: boolean) => ({
  at: new Date(now.getTime() - minutesAgo * 60_000),
  author: { mine },
})

test('a confirmation opened again later forgets nothing that was begun since', () => {
  expect(justSent({ now, thread: [said(0, true)] })).toBe(true)
  expect(justSent({ now, thread: [said(9, true), said(1, false)] })).toBe(true)
  expect(justSent({ now, thread: [said(60, true), said(1, false)] })).toBe(false)
  // The text joined a request of old.
  expect(justSent({ now, thread: [said(600, true), said(500, false), said(0, true)] })).toBe(true)
  expect(justSent({ now, thread: [said(0, false)] })).toBe(false)
  expect(justSent({ now, thread: [] })).toBe(false)
})
