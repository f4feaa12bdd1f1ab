import { searchTopics } from '@/lib/catalog/schema'
import { locales } from '@/lib/i18n/locales'
import { missedPhrases, phrasesOf } from '../builders/topic-phrases'
import { print } from './ground'

// How often the right topic stands first, and among the first three, for what sellers type (003-07). With --missed: what is missed.

print(`${'language'.padEnd(10)} ${'phrases'.padStart(7)} ${'first'.padStart(7)} ${'in three'.padStart(9)}`)
for (const locale of locales) {
  const count = phrasesOf(locale).length
  const share = (places: number) => {
    const missed = missedPhrases(searchTopics, locale, places).length
    return `${((100 * (count - missed)) / count).toFixed(1)} %`
  }
  print(`${locale.padEnd(10)} ${String(count).padStart(7)} ${share(1).padStart(7)} ${share(3).padStart(9)}`)
  if (!process.argv.includes('--missed')) continue
  for (const { phrase, topic, found } of missedPhrases(searchTopics, locale, 3)) {
    print(`    ${phrase}: ${topic}, not ${found.join(' ') || 'nothing'}`)
  }
}
