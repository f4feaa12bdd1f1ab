import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueKey, isSingle, type OrderedRow, queueCursor, readQueueCursor } from '@/lib/tickets/queue-cursor'
import { QUEUE_SORTS, QUEUE_VIEWS, sortOf, TICKET_STATES } from '@/lib/tickets/schema'

const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
const row: fc.Arbitrary<OrderedRow> = fc.record({
  id: fc.uuid(),
  state: fc.constantFrom(...TICKET_STATES),
  generalSince: fc.option(instant),
  dueAt: fc.option(instant),
  updatedAt: instant,
})

describe('where a page of the queue goes on', () => {
  test('a cursor is read as the keys of the row it was made from', () => {
    fc.assert(
      fc.property(row, (one) => {
        expect(readQueueCursor('change', queueCursor('change', one))).toEqual({
          sort: 'change',
          at: one.updatedAt,
          id: one.id,
        })
        expect(readQueueCursor('due', queueCursor('due', one))).toEqual({
          sort: 'due',
          single: isSingle(one),
          due: dueKey(one),
          id: one.id,
        })
      }),
    )
  })

  test('one of the other order, and nonsense, are none', () => {
    fc.assert(
      fc.property(row, fc.string(), (one, nonsense) => {
        expect(readQueueCursor('due', queueCursor('change', one))).toBeNull()
        expect(readQueueCursor('change', queueCursor('due', one))).toBeNull()
        for (const sort of QUEUE_SORTS) expect(readQueueCursor(sort, nonsense)).toBeNull()
      }),
    )
    for (const sort of QUEUE_SORTS) expect(readQueueCursor(sort, undefined)).toBeNull()
  })

  test('002-09: a general fault goes first only while it waits for us', () => {
    const at = new Date('2026-11-22T10:00:00Z')
    const general = (state: OrderedRow['state']) =>
      isSingle({ id: '', state, generalSince: at, dueAt: null, updatedAt: at })
    expect(general('created')).toBe(false)
    expect(general('in_progress')).toBe(false)
    expect(general('awaiting_partner')).toBe(true)
    expect(general('answered')).toBe(true)
  })

  test('everything there is goes by change, whatever was asked', () => {
    for (const view of QUEUE_VIEWS)
      for (const sort of QUEUE_SORTS) expect(sortOf(view, sort)).toBe(view === 'all' ? 'change' : sort)
  })
})
