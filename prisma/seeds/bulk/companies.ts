import { type Locale, locales } from '@/lib/i18n/locales'
import { brands, chances, pick } from './texts'
import { words } from './words'

export type BulkPerson = { name: string; email: string; role: 'owner' | 'member' | 'technical' }
export type BulkCompany = { n: number; name: string; locale: Locale; timeZone: string; people: BulkPerson[] }

/** Where the companies of a language sit, and how many of a hundred write it. */
const PLACES: Record<Locale, { timeZone: string; share: number }> = {
  it: { timeZone: 'Europe/Rome', share: 0.3 },
  es: { timeZone: 'Europe/Madrid', share: 0.22 },
  en: { timeZone: 'Europe/Dublin', share: 0.2 },
  ru: { timeZone: 'Europe/Moscow', share: 0.14 },
  'pt-BR': { timeZone: 'America/Sao_Paulo', share: 0.14 },
}

/** The nth invented company of a marketplace, 1 and up; always the same. Nobody of it can sign in: there are no passwords. */
export function bulkCompany(slug: string, n: number): BulkCompany {
  const chance = chances(n * 7919)
  const locale = localeAt(chance())
  const { firstNames, lastNames, trades } = words[locale]
  const place = `${slug}-${String(n).padStart(4, '0')}`
  const roles = (['owner', 'member', 'technical', 'member'] as const).slice(0, 1 + Math.floor(chance() * 4))
  return {
    n,
    name: `${pick(trades, chance())} ${pick(brands, chance())} ${n}`,
    locale,
    timeZone: PLACES[locale].timeZone,
    people: roles.map((role, index) => ({
      role,
      name: `${pick(firstNames, chance())} ${pick(lastNames, chance())}`,
      email: `${role}${index + 1}@${place}.example`,
    })),
  }
}

function localeAt(chance: number): Locale {
  let upTo = 0
  for (const locale of locales) {
    upTo += PLACES[locale].share
    if (chance < upTo) return locale
  }
  return 'en'
}
