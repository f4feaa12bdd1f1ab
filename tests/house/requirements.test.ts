import { describe, expect, test } from 'vitest'
import { sourcesBelow } from './sources'

/** Numbers of the product's checklist that are built: each must stand in the name of a test that proves it. */
const built = [
  ...numbers('000', 2, 11),
  ...numbers('000', 13, 13),
  ...numbers('000', 15, 16),
  ...numbers('002', 1, 1),
  ...numbers('002', 4, 12),
  ...numbers('003', 1, 31),
  ...numbers('004', 1, 1),
  ...numbers('004', 6, 13),
]

function numbers(section: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${section}-${String(from + index).padStart(2, '0')}`)
}

/** The titles of `test`, `describe` and their like in a file, as far as they are written out. */
function titlesOf(text: string): string[] {
  const calls = text.matchAll(/\b(?:test|describe|it)(?:\.\w+(?:\([^)]*\))?)*\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/gs)
  return [...calls].map(([, , title = '']) => title)
}

describe('the checklist', () => {
  const titles = [...sourcesBelow(['tests'], /\.(test|journey)\.ts$/).values()].flatMap(titlesOf)

  test.each(built)('%s stands in the name of a test', (number) => {
    expect(titles.filter((title) => title.includes(number))).not.toEqual([])
  })

  test('a title is read as it is written, and nothing else is taken for one', () => {
    const text = "test('a (003-15)', x)\ntest.each([1])(`b %s 002-01`, x)\n// test 003-16\nconst test2 = '003-17'"
    expect(titlesOf(text)).toEqual(['a (003-15)', 'b %s 002-01'])
  })
})
