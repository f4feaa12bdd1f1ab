import { defaultLocale, isLocale, type Locale, locales } from './locales'

/** Names of the cookies that carry a person's choice to pages; identity sets `locale` at sign-in. */
export const localeCookie = 'locale'
export const themeCookie = 'theme'

/**
 * The language of a page: the person's choice, else what the browser accepts, else English.
 * `accepted` is an Accept-Language header (RFC 9110, 12.5.4); a region falls back to its language (`pt` reads pt-BR).
 */
export function whichLocale(chosen: string | undefined, accepted: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen
  for (const wanted of ranked(accepted ?? '')) {
    const found = match(wanted)
    if (found) return found
  }
  return defaultLocale
}

function ranked(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part, place) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/i.exec(text)?.[1]).find(Boolean)
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight), place }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ tag }) => tag)
}

function match(tag: string): Locale | undefined {
  const lower = tag.toLowerCase()
  const language = lower.split('-')[0]
  return (
    locales.find((locale) => locale.toLowerCase() === lower) ??
    locales.find((locale) => locale.toLowerCase().split('-')[0] === language)
  )
}
