import type { Locale } from '@/lib/i18n/locales'

/*
 * Public holidays from the library `date-holidays`: what stands in the law of a country, or of a part of it. What a
 * government moves by decree from year to year (Russia's bridge days) is not in it. Loaded when it is asked for: it knows
 * the whole world, and most pages do not.
 */

export type SourceDay = { date: string; name: string }

const day = 86_400_000

async function library() {
  return (await import('date-holidays')).default
}

/** The public holidays of a region ('IT', 'ES-MD') in a year, in order; none for a region that is not known. */
export async function holidaysOf(region: string, year: number, locale: Locale): Promise<SourceDay[]> {
  const Holidays = await library()
  const [country = '', ...parts] = region.split('-')
  const found = new Holidays()
  if (!knows(found.getCountries(), country)) return []
  found.init(country, ...(parts as [string?, string?]))
  const days = new Map<string, string>()
  for (const holiday of found.getHolidays(year, locale === 'pt-BR' ? 'pt' : locale)) {
    if (holiday.type !== 'public') continue
    const first = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`)
    const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / day))
    for (let ahead = 0; ahead < length; ahead++) {
      const date = new Date(first + ahead * day).toISOString().slice(0, 10)
      // Two on one day are one day off.
      if (!days.has(date)) days.set(date, holiday.name.slice(0, 120))
    }
  }
  return [...days].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1))
}

export type RegionChoice = { value: string; label: string }

/** The countries that the library knows, by their names in the reader's language. */
export async function countries(locale: Locale): Promise<RegionChoice[]> {
  const Holidays = await library()
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const found = Object.entries(new Holidays().getCountries('en') as Record<string, string>)
  return found
    .map(([value, name]) => ({ value, label: names.of(value) ?? name }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}

/** The parts of a country with holidays of their own, as the library names them. */
export async function partsOf(country: string): Promise<RegionChoice[]> {
  const Holidays = await library()
  const found = new Holidays()
  if (!knows(found.getCountries(), country)) return []
  const states = Object.entries((found.getStates(country) ?? {}) as Record<string, string>)
  return states
    .map(([part, label]) => ({ value: `${country}-${part}`, label }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

/** Whether holidays can be had for it. */
export async function isRegion(region: string): Promise<boolean> {
  const [country = ''] = region.split('-')
  if (!region.includes('-')) return knows(new (await library())().getCountries(), country)
  return (await partsOf(country)).some(({ value }) => value === region)
}

function knows(names: Readonly<Record<string, string>>, code: string): boolean {
  return Object.hasOwn(names, code)
}
