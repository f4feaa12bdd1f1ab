import { expect, test } from 'vitest'
import { monthIn, monthOf } from '@/lib/oncall/month'

const at = (text: string) => new Date(text)

test('a month begins and ends at midnight of its own zone, with its neighbours', () => {
  expect(monthIn('Europe/Rome', '2026-03')).toEqual({
    month: '2026-03',
    previous: '2026-02',
    next: '2026-04',
    from: at('2026-02-28T23:00Z'),
    to: at('2026-03-31T22:00Z'),
  })
  expect(monthIn('America/Sao_Paulo', '2026-12')).toMatchObject({ previous: '2026-11', next: '2027-01' })
  expect(monthIn('America/Sao_Paulo', '2027-01')).toMatchObject({ month: '2027-01', previous: '2026-12' })
  // Midnight of 1 November is shown twice in Havana: the month begins with the first.
  expect(monthIn('America/Havana', '2026-11')?.from).toEqual(at('2026-11-01T04:00Z'))
})

test.each([
  undefined,
  '',
  '2026',
  '2026-00',
  '2026-13',
  '2026-1',
  '2026-011',
  '02026-01',
  'x2026-01',
  '2026-01x',
  '1969-12',
  '2201-01',
  '2026-aa',
  '20aa-01',
])('%s names no month', (text) => {
  expect(monthIn('Europe/Rome', text)).toBeNull()
})

test('the first and the last month there are', () => {
  expect(monthIn('Etc/UTC', '1970-01')?.from).toEqual(at('1970-01-01T00:00Z'))
  expect(monthIn('Etc/UTC', '2200-12')?.to).toEqual(at('2201-01-01T00:00Z'))
})

test('the month of an instant is that of the zone', () => {
  expect(monthOf('Europe/Rome', at('2026-03-31T22:30Z')).month).toBe('2026-04')
  expect(monthOf('America/New_York', at('2026-04-01T03:30Z')).month).toBe('2026-03')
  expect(() => monthOf('Europe/Rome', at('2300-01-01T00:00Z'))).toThrow('beyond the calendar')
})
