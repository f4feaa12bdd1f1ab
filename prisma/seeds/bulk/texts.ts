import { type Locale, locales } from '@/lib/i18n/locales'
import { words } from './words'

/*
 * Paragraphs that bulk requests are put together from, in five languages: always the same ones, from invented words.
 * Some words stand in a third of all requests and some in one of ten thousand, as in any archive.
 */

export type TextKind = 'subject' | 'ask' | 'reply' | 'answer' | 'question'
export type PoolText = { locale: Locale; kind: TextKind; n: number; text: string }

/** How many different texts there are of each kind and language, and the sentences of each. */
export const POOL: Record<TextKind, { texts: number; sentences: number }> = {
  subject: { texts: 500, sentences: 1 },
  ask: { texts: 1500, sentences: 4 },
  reply: { texts: 700, sentences: 2 },
  answer: { texts: 700, sentences: 2 },
  question: { texts: 200, sentences: 1 },
}

const BRANDS = 3000

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<Item>(from: readonly Item[], chance: number): Item {
  const item = from[Math.floor(chance * from.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Invented brands, each once; the first ones are met most often. */
export const brands: readonly string[] = inventBrands()

function inventBrands(): string[] {
  const chance = chances(2041)
  const syllables = [
    'ba',
    'bre',
    'ci',
    'dro',
    'fe',
    'gla',
    'ju',
    'ke',
    'lo',
    'mi',
    'no',
    'pra',
    'qui',
    'ru',
    'sta',
    'te',
    'vi',
    'xo',
    'za',
  ]
  const ends = ['lan', 'mor', 'nix', 'ra', 'sel', 'tta', 'vex', 'zor', 'lia', 'dun']
  const found = new Set<string>()
  while (found.size < BRANDS) {
    const stem =
      pick(syllables, chance()) + pick(syllables, chance()) + (chance() < 0.5 ? pick(syllables, chance()) : '')
    const name = stem + pick(ends, chance())
    found.add(name.charAt(0).toUpperCase() + name.slice(1))
  }
  return [...found]
}

/** The whole pool, the same in every run. */
export function poolTexts(): PoolText[] {
  const chance = chances(31_000)
  return locales.flatMap((locale) =>
    (Object.keys(POOL) as TextKind[]).flatMap((kind) =>
      Array.from({ length: POOL[kind].texts }, (_, n) => ({ locale, kind, n, text: paragraph(locale, kind, chance) })),
    ),
  )
}

function paragraph(locale: Locale, kind: TextKind, chance: () => number): string {
  const { subjects, asks, replies, answers, questions, products, traits, named } = words[locale]
  const from = { subject: subjects, ask: asks, reply: replies, answer: answers, question: questions }[kind]
  const sentences = new Set<string>()
  while (sentences.size < POOL[kind].sentences) sentences.add(pick(from, chance()))
  return [...sentences]
    .join(' ')
    .replaceAll('{p}', () => named(pick(products, chance()), pick(traits, chance())))
    .replaceAll('{b}', () => pick(brands, chance() ** 3))
    .replaceAll('{n}', () => String(2 + Math.floor(chance() * 97)))
}
