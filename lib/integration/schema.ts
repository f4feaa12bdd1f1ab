import * as z from 'zod/mini'
import { cleanLine } from '@/lib/foundation/clean-text'

export const SEVERITIES = ['P0', 'P1', 'P2'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Characters of a pause's reason: staff read it, and so do colleagues. */
export const PAUSE_REASON = { least: 3, most: 300 } as const
/** Days: what takes longer is no maintenance, and nobody should be silent for longer without saying so again. */
export const LONGEST_PAUSE = 14
/** Days from now: how far ahead a maintenance can be announced. */
export const FARTHEST_PAUSE = 90
/** Technical contacts of one company. */
export const MOST_CONTACTS = 20

/** When a contact may be called, in her own zone: ISO weekdays (Monday 1), `to` may be '24:00'. */
export type ContactHours = { timeZone: string; spans: { weekday: number; from: string; to: string }[] }

/* What forms send. */

/** As a browser's date and time field writes it: the local time of whoever looks at the form. */
const localTime = z.string({ error: 'required' }).check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/, 'odd'))
const maybeLater = z.union([z.literal(''), localTime], { error: 'odd' })
const clock = z.string({ error: 'required' }).check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'odd'))
const maybeClock = z._default(z.union([z.literal(''), clock], { error: 'odd' }), '')

/** `from` empty: from now on. Both in the zone of whoever sends it. */
export const pauseInput = z.strictObject({
  from: z._default(maybeLater, ''),
  until: localTime,
  reason: z.pipe(
    z.pipe(z.string({ error: 'required' }).check(z.maxLength(4 * PAUSE_REASON.most)), z.transform(cleanLine)),
    z.string().check(z.minLength(1, 'required'), z.minLength(PAUSE_REASON.least), z.maxLength(PAUSE_REASON.most)),
  ),
})
export const untilInput = z.strictObject({ until: localTime })

const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7'])
/** One box ticked arrives as a text, several as a list, none not at all. */
const weekdays = z._default(
  z.pipe(
    z.union([weekday, z.array(weekday).check(z.maxLength(7))]),
    z.transform((days) => [days].flat()),
  ),
  [],
)

/** A technical contact (000-11). `when` 'hours' asks for days and times in `timeZone`; 'always' forgets them. */
export const contactInput = z
  .strictObject({
    member: z.uuid('required'),
    minSeverity: z.enum(SEVERITIES, { error: 'required' }),
    when: z.enum(['always', 'hours'], { error: 'required' }),
    days: weekdays,
    from: maybeClock,
    to: maybeClock,
    timeZone: z._default(z.string().check(z.maxLength(80)), ''),
  })
  .check(
    z.refine(({ when, days }) => when === 'always' || days.length > 0, { error: 'required', path: ['days'] }),
    z.refine(({ when, from }) => when === 'always' || from !== '', { error: 'required', path: ['from'] }),
    z.refine(({ when, to }) => when === 'always' || to !== '', { error: 'required', path: ['to'] }),
  )
export type ContactInput = z.output<typeof contactInput>
export const contactMemberInput = z.strictObject({ member: z.uuid('required') })
export const moveContactInput = z.strictObject({ member: z.uuid('required'), way: z.enum(['up', 'down']) })

/* What pages show. */

type PersonRef = { membershipId: string; name: string }

/** A maintenance that is announced or runs. `running` false: it is announced. */
export type Pause = {
  id: string
  fromAt: Date
  untilAt: Date
  reason: string
  by: PersonRef
  running: boolean
}
/** One that is over; `endedBy` null: it ended by itself. */
export type PastPause = Omit<Pause, 'running'> & { endedAt: Date; endedBy: PersonRef | null }

/**
 * What reaches a contact: a method she has verified, or only her account's address. `gone`: she is disabled and not called.
 */
export type ContactReach = 'verified' | 'account' | 'gone'

export type TechnicalContact = {
  membershipId: string
  name: string
  email: string
  minSeverity: Severity
  hours: ContactHours | null
  reach: ContactReach
  /** Her hours are open now. */
  now: boolean
}

/** Somebody active in the company who is no contact yet. */
export type Candidate = { membershipId: string; name: string; role: string }

export type IntegrationPage = {
  now: Date
  pause: Pause | null
  past: PastPause[]
  contacts: TechnicalContact[]
  candidates: Candidate[]
  /** Nobody is set whom a call would reach. */
  contactMissing: boolean
  allowed: { pause: boolean; edit: boolean }
}

/** The same for the marketplace's staff, who read it beside a request and an escalation. */
export type PartnerIntegration = Pick<IntegrationPage, 'now' | 'pause' | 'contacts' | 'contactMissing'> & {
  partner: { id: string; name: string; timeZone: string }
}

/** What every page of a partner says of it. */
export type IntegrationNews = { pausedUntil: Date | null; contactMissing: boolean }
