import { searchable } from '@/lib/foundation/clean-text'
import type { Locale } from '@/lib/i18n/locales'
import type { CategoryBranch, FoundTopic } from './schema'

/* Which topic somebody means by what she types (003-07). Runs in the browser on every letter: small, no library. */

/** What a word weighs by where it stands. */
const NAME = 3
const SYNONYM = 3
const CATEGORY = 1
const HELP = 1.5
const OTHER_LANGUAGE = 1.2

/** The share that a word adds in each further text of a topic, beside the best of them. */
const CONFIRMS = 0.15

/** A topic below this share of the best one is not what was meant. */
const NEAR_ENOUGH = 0.35

/** Words of asking, in the five languages: they say nothing of what is asked. Folded as `searchable` folds. */
const asking = new Set(
  (
    'the and for not how what when where why who which with from you your our has have was are can cannot does did get this that there ' +
    'gli una per non che chi come quando dove perche cosa del della dei mio mia miei sono siamo stato hanno ' +
    'los las por para con como cuando donde cuanto cuantos mis esta son tengo hay puedo porque ' +
    'dos das quando onde quanto quantos meu minha meus nao sem foi sao tenho voces ' +
    'как что где кто когда почему или для при мой моя мое мои моего нет есть могу меня мне мною его это через какой'
  ).split(' '),
)

type Words = { weight: number; words: readonly string[] }
type Entry = FoundTopic & { texts: readonly Words[] }

const kept = new WeakMap<readonly CategoryBranch[], readonly Entry[]>()

/**
 * Topics that somebody may mean, best first, equals in the language's own order: by names, help lines and synonyms in the
 * viewer's language and in all others, without regard to case, accents, endings and one slip in a longer word. A word
 * that few topics know decides more than one that many know; a word nobody knows is passed over.
 */
export function searchTopics(branches: readonly CategoryBranch[], query: string, locale: Locale): FoundTopic[] {
  const entries = kept.get(branches) ?? entriesOf(branches)
  kept.set(branches, entries)
  const written = wordsOf(query.slice(0, 200))
  const telling = written.filter((word) => (word.length > 2 || /\d/.test(word)) && !asking.has(word))
  const points = entries.map(() => 0)
  for (const term of telling.length > 0 ? telling : written) {
    const met = entries.map(({ texts }) => heard(texts, term))
    const best = Math.max(...met)
    if (best === 0) continue
    const known = met.reduce((sum, each) => sum + each, 0) / best
    const tells = Math.log(1 + entries.length / known)
    met.forEach((each, place) => {
      points[place] = (points[place] ?? 0) + each * tells
    })
  }
  const inOrder = new Intl.Collator(locale).compare
  const best = Math.max(...points)
  return entries
    .map(({ topic, category }, place) => ({ topic, category, points: points[place] ?? 0 }))
    .filter((found) => found.points > 0 && found.points >= best * NEAR_ENOUGH)
    .sort((a, b) => b.points - a.points || inOrder(a.topic.name, b.topic.name))
    .map(({ topic, category }) => ({ topic, category }))
}

function entriesOf(branches: readonly CategoryBranch[]): Entry[] {
  return branches.flatMap(({ id, name, topics }) =>
    topics.map((topic) => ({
      topic,
      category: { id, name },
      texts: [
        { weight: NAME, words: wordsOf(topic.name) },
        { weight: SYNONYM, words: topic.own.flatMap(wordsOf) },
        { weight: CATEGORY, words: wordsOf(name) },
        { weight: HELP, words: wordsOf(topic.help) },
        { weight: OTHER_LANGUAGE, words: topic.other.flatMap(wordsOf) },
      ],
    })),
  )
}

function wordsOf(text: string): string[] {
  return searchable(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** The best of a topic's texts counts, the others confirm it. */
function heard(texts: readonly Words[], term: string): number {
  const each = texts.map(({ weight, words }) => weight * meets(words, term))
  return CONFIRMS * each.reduce((sum, one) => sum + one, 0) + (1 - CONFIRMS) * Math.max(...each)
}

function meets(words: readonly string[], term: string): number {
  return Math.max(0, ...words.map((word) => alike(word, term)))
}

/** How much of one word another is, 0 to 1: the same, the beginning of it, or the same but for its ending or one slip. */
function alike(word: string, term: string): number {
  if (word === term) return 1
  const longer = Math.max(word.length, term.length)
  if (word.startsWith(term)) return term.length > 2 ? 0.6 + (0.3 * term.length) / longer : 0
  if (/\d/.test(term) || Math.min(word.length, term.length) < 4) return 0
  const common = shared(word, term, longer > 5 ? 1 : 0)
  return common >= 4 && common / longer >= 0.6 ? 0.45 + (0.5 * common) / longer : 0
}

/** Letters at the beginning of both, passing over at most `slips`: a letter too many, too few, another, or two turned round. */
function shared(one: string, other: string, slips: number, from = 0, to = 0): number {
  let length = 0
  while (from + length < one.length && one[from + length] === other[to + length]) length++
  if (slips === 0 || length + from === 0) return length
  const i = from + length
  const j = to + length
  const after = [
    [1, 0],
    [0, 1],
    [1, 1],
  ].map(([a = 0, b = 0]) => shared(one, other, 0, i + a, j + b))
  if (one[i] === other[j + 1] && one[i + 1] === other[j]) after.push(shared(one, other, 0, i + 2, j + 2) + 2)
  const further = Math.max(...after)
  return further > 1 ? length + further : length
}
