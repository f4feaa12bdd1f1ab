import type { CalendarHours } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import type { MarketplacePlan } from './marketplaces'
import type { Person, StaffMember } from './people'
import type { TeamKey } from './teams'

/* What has been written so far and what later files need to refer to it. */

export type SeededPerson = Person & { membershipId: string; userId: string }
export type SeededStaff = SeededPerson & Pick<StaffMember, 'key' | 'role' | 'teams'>
export type SeededCompany = {
  id: string
  name: string
  locale: Locale
  zone: string
  owner: SeededPerson
  members: SeededPerson[]
  technical: SeededPerson[]
}
export type SeededTopic = { id: string; teamId: string; urgent: boolean }
export type AnswerPromise = {
  id: string
  topicId: string | null
  priority: string | null
  calendarId: string
  firstAnswerMinutes: number
  nextAnswerMinutes: number | null
}

export type Grounds = { tx: Tx; now: Date; founded: Date }

export type SeededMarketplace = {
  plan: MarketplacePlan
  id: string
  calendarId: string
  hours: CalendarHours
  teams: Record<TeamKey, string>
  staff: Map<string, SeededStaff>
  companies: Map<string, SeededCompany>
  topics: Map<string, SeededTopic>
  promises: AnswerPromise[]
}

/** What stands under `key`. @throws when the demo's data names something that it does not have */
export function named<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the demo world has no "${key}"`)
  return value
}
