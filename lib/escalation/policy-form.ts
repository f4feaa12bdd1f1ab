import * as z from 'zod/mini'
import { isZone, minutesOf } from '@/lib/calendar/schema'
import { cleanLine } from '@/lib/foundation/clean-text'
import { cleaned } from '@/lib/tickets/schema'

/* What the forms of policies and webhook endpoints send. All lengths in seconds. */

export const SEVERITIES = ['P0', 'P1', 'P2'] as const

/** Limits of what a policy may say: a step waits at most a month, so that a partner may be given weeks. */
export const POLICY = {
  name: { least: 2, most: 80 },
  steps: 10,
  targets: 20,
  delay: { least: 0, most: 2_678_400 },
  repeat: { least: 1, most: 9 },
  ackExpiry: { least: 300, most: 604_800 },
  assess: { least: 60, most: 86_400 },
  catchAll: { least: 60, most: 86_400 },
  spans: 14,
} as const

const why = (reason: string) => ({ error: reason })
const id = z.uuid()
const severity = z.enum(SEVERITIES)
const within = ({ least, most }: { least: number; most: number }) => z.int().check(z.gte(least), z.lte(most))

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), membershipId: id }),
  z.strictObject({ kind: z.literal('schedule'), scheduleId: id }),
  z.strictObject({ kind: z.literal('leads') }),
  z.strictObject({ kind: z.literal('consultant') }),
  z.strictObject({ kind: z.literal('partner_contacts'), minSeverity: z.optional(severity) }),
  z.strictObject({ kind: z.literal('webhook'), endpointId: id }),
])

const step = z.strictObject({
  delaySeconds: within(POLICY.delay),
  targets: z.array(target).check(z.minLength(1, why('step_without_target')), z.maxLength(POLICY.targets)),
})

const localTime = z.string().check(z.refine((text) => minutesOf(text) !== undefined, why('invalid_time')))
const span = z.strictObject({
  weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1, why('span_without_day')), z.maxLength(7)),
  from: localTime,
  to: localTime,
})

const paging = z
  .strictObject({
    window: z.optional(
      z.strictObject({
        timeZone: z.string().check(z.refine(isZone, why('unknown_zone'))),
        spans: z.array(span).check(z.minLength(1), z.maxLength(POLICY.spans)),
        calendarId: z.optional(id),
      }),
    ),
    hold: z.optional(z.array(severity).check(z.maxLength(3))),
    holdUntilSomeoneIsOn: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ window, hold = [], holdUntilSomeoneIsOn }) => hold.length > 0 || !(window || holdUntilSomeoneIsOn), {
      ...why('holds_nothing'),
      path: ['hold'],
    }),
  )

export const policyDefinition = z.strictObject({
  name: cleaned(cleanLine, POLICY.name.least, POLICY.name.most),
  steps: z.array(step).check(z.maxLength(POLICY.steps)),
  repeat: within(POLICY.repeat),
  ackExpirySeconds: z.nullable(within(POLICY.ackExpiry)),
  assessTimeoutSeconds: within(POLICY.assess),
  catchAllEverySeconds: within(POLICY.catchAll),
  /** Empty: the leads and the default schedule. */
  catchAll: z.array(target).check(z.maxLength(POLICY.targets)),
  paging,
})

export type PolicyDefinition = z.output<typeof policyDefinition>

/** A form's lists travel as one field of JSON; what is no JSON fits no definition. */
const written = z.pipe(
  z.string().check(z.maxLength(60_000)),
  z.transform((text: string): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      return null
    }
  }),
)

const kind = { direction: z.enum(['IN', 'OUT']), severity: z.optional(severity) }

/** `policyId` absent: a new policy. `version`: the one that the form began with, 0 for a new policy. */
export const savePolicyInput = z.strictObject({
  policyId: z.optional(id),
  version: z.coerce.number().check(z.int(), z.gte(0)),
  ...kind,
  definition: z.pipe(written, policyDefinition),
})
export const previewPolicyInput = z.strictObject({ ...kind, definition: z.pipe(written, policyDefinition) })
export const policyInput = z.strictObject({ policyId: id })

export type SavePolicyInput = z.output<typeof savePolicyInput>
export type PreviewPolicyInput = z.output<typeof previewPolicyInput>

/** Characters of an endpoint's name and address. */
export const ENDPOINT = { name: { least: 2, most: 60 }, url: 500 } as const

export const endpointInput = z.strictObject({ endpointId: id })
export const addEndpointInput = z.strictObject({
  name: cleaned(cleanLine, ENDPOINT.name.least, ENDPOINT.name.most),
  url: z.string().check(z.trim(), z.maxLength(ENDPOINT.url), z.refine(isAddress, why('invalid_url'))),
})
export type AddEndpointInput = z.output<typeof addEndpointInput>

/** An address of the web without a password in it. Whether it may be called is decided each time it is called. */
function isAddress(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text)
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
  } catch {
    return false
  }
}
