import * as z from 'zod/mini'
import { locales } from '@/lib/i18n/locales'
import type { TicketState } from '@/lib/tickets/schema'

/** At most so many days at once, and so many where none are named (003-10). */
export const MOST_DAYS = 366
export const USUAL_DAYS = 30

/** Fewer than so many requests behind a figure: the page says that they are few. */
export const FEW = 20

const REPORT_TABLES = ['topics', 'days', 'states', 'languages', 'stars'] as const
export type ReportTable = (typeof REPORT_TABLES)[number]

/** What the address of a report may say. Whatever it cannot mean counts as not said. */
const word = z.catch(z.optional(z.string()), undefined)
const asked = {
  from: word,
  to: word,
  topic: z.catch(z.optional(z.uuid()), undefined),
  team: z.catch(z.optional(z.uuid()), undefined),
  language: z.catch(z.optional(z.enum(locales)), undefined),
}
export const reportAsked = z.object(asked)
export type ReportAsked = z.infer<typeof reportAsked>

/** The same for one table as a file. */
export const reportFileAsked = z.strictObject({ ...asked, table: z.enum(REPORT_TABLES) })

/** Business minutes over `n` requests; null while there are none. */
export type Took = { n: number; median: number | null; p90: number | null }

export type ReportTopic = {
  id: string
  name: string
  categoryName: string
  opened: number
  firstAnswer: Took
  completion: Took
}

export type Report = {
  /** First and last day, of the marketplace's zone, as YYYY-MM-DD. */
  from: string
  to: string
  zone: string
  /** Why other days are shown than were asked for. */
  fault: DaysFault | null
  opened: number
  firstAnswer: Took
  completion: Took
  /** `mean` and `good` (the share of four and five stars, 0 to 1) are null while nobody rated. `stars`: how many gave 1 to 5. */
  satisfaction: { n: number; mean: number | null; good: number | null; stars: number[] }
  topics: ReportTopic[]
  states: { state: TicketState; opened: number }[]
  languages: { locale: string; opened: number }[]
  /** Every day from first to last. */
  days: { day: string; opened: number }[]
  choices: { topics: { id: string; name: string; categoryName: string }[]; teams: { id: string; name: string }[] }
  mayExport: boolean
}

export type DaysFault = 'too_long' | 'inverted'
