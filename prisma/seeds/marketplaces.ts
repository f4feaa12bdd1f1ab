import type { Holiday, Interval } from '@/lib/calendar'
import type { Locale } from '@/lib/i18n/locales'
import { brazilianHolidays, italianHolidays } from './holidays'
import type { Company, StaffMember } from './people'
import { novaCompanies, novaStaff } from './people-nova'
import { orbitaCompanies, orbitaStaff } from './people-orbita'

export type MarketplaceKey = 'nova' | 'orbita'

export type MarketplacePlan = {
  key: MarketplaceKey
  slug: string
  name: string
  prefix: string
  defaultLocale: Locale
  timeZone: string
  brandColor: string
  calendar: string
  hours: Interval[]
  holidays: (years: readonly number[]) => Holiday[]
  staff: StaffMember[]
  companies: Company[]
}

const weekdays = [1, 2, 3, 4, 5]
const each = (days: number[], from: string, to: string): Interval[] => days.map((weekday) => ({ weekday, from, to }))

/** Two marketplaces that must never see each other: other countries, hours, holidays, people. */
export const marketplaces: MarketplacePlan[] = [
  {
    key: 'nova',
    slug: 'nova',
    name: 'Nova Market',
    prefix: 'NV',
    defaultLocale: 'en',
    timeZone: 'Europe/Rome',
    brandColor: '#00656e',
    calendar: 'Support hours',
    // A lunch break, so that promises are seen to jump over it.
    hours: [...each(weekdays, '09:00', '13:00'), ...each(weekdays, '14:00', '18:00')],
    holidays: italianHolidays,
    staff: novaStaff,
    companies: novaCompanies,
  },
  {
    key: 'orbita',
    slug: 'orbita',
    name: 'Orbita Bazar',
    prefix: 'OB',
    defaultLocale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    brandColor: '#703d9f',
    calendar: 'Horário de atendimento',
    hours: [...each(weekdays, '08:00', '18:00'), { weekday: 6, from: '09:00', to: '13:00' }],
    holidays: brazilianHolidays,
    staff: orbitaStaff,
    companies: orbitaCompanies,
  },
]
