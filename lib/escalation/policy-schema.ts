import * as z from 'zod/mini'
import { isZone, minutesOf } from '@/lib/calendar/schema'

const id = z.string().check(z.minLength(1))
const severity = z.enum(['P0', 'P1', 'P2'])
const seconds = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))

/**
 * Whom a step tells. `schedule`: whoever is on call by it. `leads`: the leads of the staff (the admins while there are none).
 * `consultant`: the one of the partner that the run is about. `partner_contacts`: that partner's technical contacts by
 * severity and hour, for runs at least as severe as `minSeverity`; only in runs that call a partner. `webhook`: another system.
 */
export const policyTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), membershipId: id }),
  z.object({ kind: z.literal('schedule'), scheduleId: id }),
  z.object({ kind: z.literal('leads') }),
  z.object({ kind: z.literal('consultant') }),
  z.object({ kind: z.literal('partner_contacts'), minSeverity: z.optional(severity) }),
  z.object({ kind: z.literal('webhook'), endpointId: id }),
])

/** A step and how long it waits for an acknowledgement before the next one, in seconds. */
export const policyStep = z.object({ delaySeconds: seconds(0, 2_678_400), targets: z.array(policyTarget) })

const localTime = z.string().check(z.refine((text) => minutesOf(text) !== undefined))
const span = z.object({
  /** ISO: Monday is 1. */
  weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1)),
  from: localTime,
  /** At or before `from` it means the next day. */
  to: localTime,
})

/**
 * When a policy may page. `hold` names the severities that can wait; nothing else ever waits, and without it nothing does.
 * They wait for `window` to be open (in its zone; the holidays of `calendarId` count as closed) and, with
 * `holdUntilSomeoneIsOn`, until one of the policy's schedules has somebody on call. {}: pages at any time.
 */
export const policyPaging = z.object({
  window: z.optional(
    z.object({
      timeZone: z.string().check(z.refine(isZone)),
      spans: z.array(span).check(z.minLength(1), z.maxLength(50)),
      calendarId: z.optional(id),
    }),
  ),
  hold: z.optional(z.array(severity)),
  holdUntilSomeoneIsOn: z.optional(z.boolean()),
})

export type PolicyTarget = z.infer<typeof policyTarget>
export type PolicyStep = z.infer<typeof policyStep>
export type Paging = z.infer<typeof policyPaging>
