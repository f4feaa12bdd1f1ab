import { searchable } from '@/lib/foundation/clean-text'
import type { Marked } from './list-types'

/* What of a text a search met, so that a list can show it. Nothing is decided here: the database found the request. */

/** The words of a search, folded: no case, no accents. */
export function searchedWords(search: string): string[] {
  return [...new Set(searchable(search).match(word) ?? [])]
}

const word = /[\p{L}\p{N}]+/gu

/** Endings differ where a language bends its words: from this length on, a common beginning is enough. */
const STEM = 4

function meets(found: string, asked: string): boolean {
  if (found.startsWith(asked)) return true
  const least = Math.max(STEM, asked.length - 3)
  return found.length >= least && found.length <= asked.length + 4 && found.startsWith(asked.slice(0, least))
}

/** One word without case and accents; what `searchable` makes of it, for a text that was cleaned when it was written. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

type Place = { from: number; to: number; asked: number }

function placesIn(text: string, words: readonly string[]): Place[] {
  const places: Place[] = []
  // Folding each word of long texts costs more than all the rest, and only what begins alike can be met.
  const beginnings = new Set(words.map(([begins]) => begins))
  for (const { 0: found, index } of text.matchAll(word)) {
    const [first = ''] = found
    const [begins] = folded(first)
    if (!beginnings.has(begins)) continue
    const whole = folded(found)
    const asked = words.findIndex((one) => meets(whole, one))
    if (asked >= 0) places.push({ from: index, to: index + found.length, asked })
  }
  return places
}

/** The text in pieces, with the words that were met apart. Joined again the pieces are the text. */
export function marked(text: string, words: readonly string[]): Marked {
  const pieces: { text: string; hit: boolean }[] = []
  let at = 0
  for (const { from, to } of placesIn(text, words)) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

/** Whether every word that was looked for stands in the text. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  return new Set(placesIn(text, words).map(({ asked }) => asked)).size === words.length
}

/** Characters of an excerpt, and how many of them stand before what was met. */
const EXCERPT = 160
const BEFORE = 40

/** A line around what was met, out of the text that meets most; null when none meets anything. */
export function excerptOf(texts: readonly string[], words: readonly string[]): Marked | null {
  let best: { line: string; first: number; met: number } | null = null
  for (const text of texts) {
    const line = text.replace(/\s+/g, ' ').trim()
    const places = placesIn(line, words)
    const met = new Set(places.map(({ asked }) => asked)).size
    if (met > (best?.met ?? 0)) best = { line, first: places[0]?.from ?? 0, met }
    if (met === words.length) break
  }
  return best && marked(cutAround(best.line, best.first), words)
}

/** Cut between words, with dots where something is left out. */
function cutAround(line: string, first: number): string {
  if (line.length <= EXCERPT) return line
  const from = first <= BEFORE ? 0 : line.indexOf(' ', first - BEFORE) + 1
  const start = from > first ? first : from
  const end = start + EXCERPT >= line.length ? line.length : line.lastIndexOf(' ', start + EXCERPT)
  const to = end > first ? end : start + EXCERPT
  return `${start > 0 ? '… ' : ''}${line.slice(start, to)}${to < line.length ? ' …' : ''}`
}
