import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lengthFaults, nameFaults, wordFaults } from './names'
import { filesBelow, planted, sourcesBelow } from './sources'

const folders = ['app', 'bin', 'components', 'docs', 'lib', 'prisma', 'tests', '.ci'].filter((name) => existsSync(name))
const written = /\.(ts|tsx|mts|mjs|json|prisma|sql|md|css|html|svg|yml|yaml|toml)$|^\.ci\/|^\.env\.example$|^\.npmrc$/

/** Each with the reason why it is one file. */
const mayBeLong = new Set<string>([
  'lib/escalation/transition.ts', // one decision, read from top to bottom; halves of it would call each other
])

describe('names', () => {
  test('every file and folder is named for what it holds, in kebab-case', () => {
    expect(nameFaults(filesBelow(folders, /./))).toEqual([])
  })

  test.each([
    'lib/utils/x.ts',
    'lib/tickets/helpers.ts',
    'lib/date-utils.ts',
    'components/common/x.tsx',
    'lib/mail-helpers.ts',
  ])('refuses %s', (file) => expect(nameFaults([file])).toHaveLength(1))

  test.each(['lib/tickets/openTicket.ts', 'components/Button.tsx', 'lib/open_ticket.ts'])(
    'refuses the shape of %s',
    (file) => expect(nameFaults([file])).toHaveLength(1),
  )

  test('no file of the product is longer than three hundred lines', () => {
    const code = sourcesBelow(['app', 'components', 'lib'].filter((name) => existsSync(name)))
    expect(lengthFaults(code, mayBeLong)).toEqual([])
    expect(lengthFaults(planted({ 'lib/x.ts': 'x\n'.repeat(301) }), mayBeLong)).toHaveLength(1)
  })

  test('the text speaks of the product alone', () => {
    expect(wordFaults(sourcesBelow(['.'], written))).toEqual([])
  })

  test.each([
    'written by an A' + 'I',
    'as Cl' + 'aude said',
    'see issue' + ' #2',
    'the coding assis' + 'tant',
    'in /wor' + 'k/main',
    'see ../sha' + 'red/design',
    'https://registry.npm' + 'js.org/x',
  ])('hears %s', (line) => {
    expect(wordFaults(planted({ 'docs/x.md': line }))).toHaveLength(1)
  })

  test.each([
    'a work/life balance',
    'network/path',
    "l'assistenza ai venditori",
    'the next session row',
    'an issue with the feed',
  ])('lets through %s', (line) => expect(wordFaults(planted({ 'docs/x.md': line }))).toEqual([]))
})
