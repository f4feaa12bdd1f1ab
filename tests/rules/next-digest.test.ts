import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextDigest } from '@/lib/notifications/next-digest'

const next = (now: string, hour: number, zone: string) => nextDigest(new Date(now), hour, zone).toISOString()

describe('when a digest leaves', () => {
  test('at the hour of the reader’s own day: today still, else tomorrow', () => {
    expect(next('2026-03-03T05:00:00Z', 8, 'Europe/Madrid')).toBe('2026-03-03T07:00:00.000Z')
    expect(next('2026-03-03T07:00:00Z', 8, 'Europe/Madrid')).toBe('2026-03-04T07:00:00.000Z')
    expect(next('2026-03-03T05:00:00Z', 8, 'America/Sao_Paulo')).toBe('2026-03-03T11:00:00.000Z')
    expect(next('2026-03-03T23:00:00Z', 8, 'Asia/Vladivostok')).toBe('2026-03-04T22:00:00.000Z')
  })

  test('an hour that the clock skips is the end of the gap; one shown twice is its first', () => {
    expect(next('2026-03-28T23:30:00Z', 2, 'Europe/Madrid')).toBe('2026-03-29T01:00:00.000Z')
    expect(next('2026-10-24T23:30:00Z', 2, 'Europe/Madrid')).toBe('2026-10-25T00:00:00.000Z')
    expect(next('2026-10-25T00:00:00Z', 2, 'Europe/Madrid')).toBe('2026-10-26T01:00:00.000Z')
  })

  test('always later, and never more than a day and an hour away', () => {
    const zones = ['UTC', 'Europe/Madrid', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Auckland', 'America/St_Johns']
    const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 23 }), fc.constantFrom(...zones), (now, hour, zone) => {
        const wait = nextDigest(now, hour, zone).getTime() - now.getTime()
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(25 * 3_600_000)
      }),
    )
  })
})
