import * as z from 'zod/mini'

/* Working time as people write it: '8:00' or '8' hours, '0:30'. A day would be read as 24 hours, so hours go on. */

const written = /^(\d{1,4})(?::([0-5]\d))?$/

/** Minutes of '8:30'; undefined when it is no time, '' included. */
export function readWorkTime(text: string): number | undefined {
  const [, hours, minutes = '00'] = written.exec(text.trim()) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** Minutes as a form shows them, '8:00'; empty for none. */
export function writeWorkTime(minutes: number | null): string {
  return minutes === null ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

const odd = { error: 'duration_odd' }
const above = (least: number) => (text: string) => (readWorkTime(text) ?? -1) >= least
const workTime = z.string().check(z.maxLength(10), z.refine(above(1), odd))
const optionalTime = (least: number) =>
  z.string().check(
    z.maxLength(10),
    z.refine((text) => text.trim() === '' || above(least)(text), odd),
  )

/** A promise as its form sends it; '' stands for any, and for nothing promised. Without `policyId` it is a new one. */
export const promiseInput = z.strictObject({
  policyId: z.optional(z.uuid()),
  topicId: z.union([z.literal(''), z.uuid()]),
  priority: z.enum(['', 'low', 'normal', 'high', 'urgent']),
  tier: z.string().check(z.trim(), z.maxLength(40)),
  calendarId: z.uuid(),
  firstAnswer: workTime,
  nextAnswer: optionalTime(1),
  resolution: optionalTime(1),
  warn: optionalTime(1),
  page: optionalTime(0),
})
export type PromiseInput = z.infer<typeof promiseInput>

export const archivePromiseInput = z.strictObject({ policyId: z.uuid() })
