import type { StaffRole } from '@/lib/authz'
import type { Locale } from '@/lib/i18n/locales'
import type { TeamKey } from './teams'

/* Everybody in the demo world is invented; every address is under `.example`, which no mail ever reaches (RFC 2606). */

export type Person = { name: string; email: string; locale: Locale; zone: string }
export type StaffMember = Person & {
  key: string
  role: StaffRole
  teams?: TeamKey[]
  /** Default 'active'. */
  status?: 'active' | 'invited' | 'disabled'
}
export type Company = {
  key: string
  name: string
  locale: Locale
  zone: string
  tier: 'standard' | 'plus' | 'key'
  lifecycle: 'interested' | 'onboarding' | 'live' | 'paused'
  membersSeeAll?: boolean
  consultant: string
  owner: Person
  members?: Person[]
  technical?: Person[]
  /** Invited and not there yet. */
  invited?: Person[]
}

const person =
  (locale: Locale, zone: string) =>
  (name: string, email: string): Person => ({ name, email, locale, zone })
export const rome = person('it', 'Europe/Rome')
export const madrid = person('es', 'Europe/Madrid')
export const moscow = person('ru', 'Europe/Moscow')
export const saoPaulo = person('pt-BR', 'America/Sao_Paulo')
export const london = person('en', 'Europe/London')
export const buenosAires = person('es', 'America/Argentina/Buenos_Aires')

/** Technical contact of three companies, two of them in one marketplace: whoever signs in as him gets the switcher. */
export const davide = rome('Davide Contini', 'davide@studio-contini.example')

/** Who answers a language in each marketplace. */
export const agentFor: Record<'nova' | 'orbita', Record<Locale, string>> = {
  nova: { en: 'alice', it: 'chiara', es: 'tomas', ru: 'darya', 'pt-BR': 'caio' },
  orbita: { en: 'bianca', it: 'bianca', es: 'martin', ru: 'alina', 'pt-BR': 'bianca' },
}
