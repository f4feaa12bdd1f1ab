import { searchTopics } from '@/lib/catalog/schema'
import { locales } from '@/lib/i18n/locales'
import { missedPhrases, type PhraseList, phrasesOf } from '../builders/topic-phrases'
import { print } from './ground'

// How often the right topic stands first, and among the first three, for what sellers type (003-07): by the list the search
// is held to, by a later one it was never tuned to, and by the part of that one whose phrases do not stand in the first as
// well. With --missed: what is missed.

const line = (cells: string[]) => print(cells.map((cell, at) => (at < 2 ? cell.padEnd(10) : cell.padStart(9))).join(''))

line(['language', 'list', 'phrases', 'first', 'in three'])
for (const locale of locales) {
  const inFirst = new Set(phrasesOf(locale, 'first').map(({ phrase }) => phrase))
  const rows: [name: string, list: PhraseList, counted: (of: { phrase: string }) => boolean][] = [
    ['first', 'first', () => true],
    ['later', 'later', () => true],
    ['later new', 'later', ({ phrase }) => !inFirst.has(phrase)],
  ]
  for (const [name, list, counted] of rows) {
    const count = phrasesOf(locale, list).filter(counted).length
    const missed = (places: number) => missedPhrases(searchTopics, locale, places, list).filter(counted)
    const share = (places: number) => `${((100 * (count - missed(places).length)) / count).toFixed(1)} %`
    line([locale, name, String(count), share(1), share(3)])
    if (name === 'later new' || !process.argv.includes('--missed')) continue
    for (const { phrase, topic, found } of missed(3))
      print(`    ${phrase}: ${topic}, not ${found.join(' ') || 'nothing'}`)
  }
}
