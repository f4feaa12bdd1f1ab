import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayEnd, dayStart, isDay } from '@/lib/tickets/day-bounds'
import { excerptOf, holdsAll, marked, searchedWords } from '@/lib/tickets/what-matched'

const hits = (text: string, search: string) =>
  marked(text, searchedWords(search))
    .filter(({ hit }) => hit)
    .map((piece) => piece.text)

describe('what a search met', () => {
  test.each([
    ['Feed import fails', 'import', ['import']],
    ['Der Import, importiert', 'IMPORT', ['Import', 'importiert']],
    ['Não recebi o repasse', 'nao repasses', ['Não', 'repasse']],
    ['Выплаты не пришли, выплату ждём', 'выплата', ['Выплаты', 'выплату']],
    ['¿Dónde está?', 'donde esta', ['Dónde', 'está']],
    ['Ещё одна ёлка', 'елка', ['ёлка']],
    ['nothing of it', 'feed', []],
    ['cats', 'cat', ['cats']],
    ['catalogue', 'dog', []],
  ])('in "%s" of "%s"', (text, search, expected) => {
    expect(hits(text, search)).toEqual(expected)
  })

  test('is the text itself, whatever was looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, search) => {
        const pieces = marked(text, searchedWords(search))
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })

  test('knows whether every word is there', () => {
    expect(holdsAll('Feed import fails', searchedWords('import feed'))).toBe(true)
    expect(holdsAll('Feed import fails', searchedWords('import card'))).toBe(false)
  })

  test('is shown in one short line around it, from the text that met most', () => {
    const long = `${'word '.repeat(100)}needle in it ${'more '.repeat(100)}`
    const excerpt = excerptOf(['a needle', long, 'nothing'], searchedWords('needle it'))
    const line = excerpt?.map(({ text }) => text).join('') ?? ''
    expect(line.length).toBeLessThan(180)
    expect(line).toMatch(/^… .*needle in it.* …$/)
    expect(excerptOf(['nothing'], searchedWords('needle'))).toBeNull()
  })

  test('an excerpt is never long and never cuts what was met', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 120 }), fc.nat(), (text, at) => {
        const words = text.split(' ')
        const word = (words[at % words.length] ?? '').replace(/\W/g, '')
        fc.pre(word !== '')
        const excerpt = excerptOf([text], searchedWords(word))
        expect(excerpt?.some(({ hit }) => hit)).toBe(true)
        expect(excerpt?.map((piece) => piece.text).join('').length).toBeLessThan(200)
      }),
    )
  })
})

describe('a day of the filters', () => {
  test('003-31: begins and ends as the reader’s clock says, also when the clock is changed', () => {
    expect(dayStart('2026-03-03', 'Europe/Moscow')?.toISOString()).toBe('2026-03-02T21:00:00.000Z')
    expect(dayEnd('2026-03-03', 'Europe/Moscow')?.toISOString()).toBe('2026-03-03T21:00:00.000Z')
    // 29 March 2026 has 23 hours in Madrid, 25 October 25.
    const length = (day: string) =>
      ((dayEnd(day, 'Europe/Madrid')?.getTime() ?? 0) - (dayStart(day, 'Europe/Madrid')?.getTime() ?? 0)) / 3_600_000
    expect([length('2026-03-29'), length('2026-10-25'), length('2026-06-01')]).toEqual([23, 25, 24])
  })

  test.each(['2026-02-30', '2026-13-01', '26-01-01', 'today', '', undefined])('is not %s', (day) => {
    expect(isDay(day)).toBe(false)
    expect(dayStart(day, 'UTC')).toBeNull()
  })
})
