import { describe, expect, it } from 'vitest'
import { fill, formatsFor, zoneCity } from '@/lib/i18n'

const at = new Date('2026-11-23T09:00:00Z')
const narrow = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('how times are written', () => {
  it.each([
    ['en', 'Europe/Rome', /^Mon,? 23 Nov, 10:00$/],
    ['ru', 'Europe/Samara', /^пн, 23 нояб\., 13:00$/],
    ['it', 'Europe/Rome', /^lun 23 nov, 10:00$/],
    ['es', 'Europe/Madrid', /^lun, 23 nov, 10:00$/],
    ['pt-BR', 'America/Sao_Paulo', /^seg\., 23 de nov\., 06:00$/],
  ] as const)('a promise in %s, %s', (locale, zone, words) => {
    expect(formatsFor(locale, zone).promise(at)).toMatch(words)
  })

  it('midnight is 00, never 24', () => {
    expect(formatsFor('en', 'UTC').time(new Date('2026-11-23T00:05:00Z'))).toBe('00:05')
  })

  it('today is a time, this week a weekday, otherwise a date, counted in the zone of the reader', () => {
    const f = formatsFor('en', 'Europe/Samara')
    const now = new Date('2026-11-23T21:30:00Z') // the 24th, 01:30 in Samara
    expect(f.short(new Date('2026-11-23T20:30:00Z'), now)).toBe('00:30')
    expect(f.short(new Date('2026-11-23T19:30:00Z'), now)).toBe('Mon 23:30')
    expect(f.short(new Date('2026-10-01T09:00:00Z'), now)).toBe('1 Oct')
    expect(f.short(new Date('2025-10-01T09:00:00Z'), now)).toBe('1 Oct 2025')
  })

  it('how long ago, in one unit', () => {
    const f = formatsFor('en', 'UTC')
    expect(f.relative(new Date('2026-11-23T08:55:00Z'), at)).toBe('5 min ago')
    expect(f.relative(new Date('2026-11-23T11:10:00Z'), at)).toBe('in 2 hr')
    expect(f.relative(at, at)).toBe('now')
    expect(narrow(f.duration(38 * 60_000))).toBe('38 min')
    expect(narrow(f.duration(-3 * 86_400_000))).toBe('3 days')
  })

  it('a zone is called by its city', () => {
    expect(zoneCity('America/Sao_Paulo')).toBe('Sao Paulo')
  })
})

describe('how amounts are written', () => {
  it.each([
    [0, '0 bytes'],
    [412 * 1024, '412 kB'],
    [1.5 * 1024 * 1024, '1.5 MB'],
    [10 * 1024 * 1024, '10 MB'],
  ])('%d bytes', (count, words) => {
    expect(narrow(formatsFor('en', 'UTC').bytes(count))).toBe(words)
  })

  it('in Russian with its own units', () => {
    expect(narrow(formatsFor('ru', 'UTC').bytes(10 * 1024 * 1024))).toBe('10 МБ')
  })

  it('names sort as the language sorts them (003-07)', () => {
    expect(['Ёлка', 'Жук', 'Еда'].sort(formatsFor('ru', 'UTC').compare)).toEqual(['Еда', 'Ёлка', 'Жук'])
    expect(['Zona', 'Árbol', 'Ñu', 'Nube'].sort(formatsFor('es', 'UTC').compare)).toEqual([
      'Árbol',
      'Nube',
      'Ñu',
      'Zona',
    ])
  })

  it('fills names into a pattern and leaves what it does not know', () => {
    expect(fill('{percent} % of {name}', { percent: 64 })).toBe('64 % of {name}')
  })
})
