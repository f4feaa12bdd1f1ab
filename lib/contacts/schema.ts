import { z } from 'zod/mini'
import type { Channel } from '@/lib/delivery/schema'
import { readAddress } from './read-address'

/** What a channel needs besides the address: the keys of a browser's push subscription (RFC 8291), base64url. */
export type MethodConfig = { keys?: { p256dh: string; auth: string } }

/** Roads that are added by writing an address; a browser's push adds itself. */
export const WRITTEN_CHANNELS = ['mail', 'ntfy', 'webhook', 'sms', 'voice'] as const
export type WrittenChannel = (typeof WRITTEN_CHANNELS)[number]

/** P0 is the most severe. A line of her rules says down to which it is used: 'P2' is everything. */
export const SEVERITIES = ['P0', 'P1', 'P2'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Most methods, and most lines of rules, that one person has. */
export const METHODS_MOST = 10
export const LINES_MOST = 12
/** How often one code may be guessed, and how long it counts, in minutes. */
export const CODE_TRIES = 5
export const CODE_MINUTES = 10
export const LABEL_LONGEST = 60
/** Longest wait of a line, in minutes, and the waits that the page offers. */
export const DELAY_LONGEST = 60
export const DELAYS = [0, 1, 2, 3, 5, 10, 15, 20, 30, 45, 60] as const

/** "Then by this method, so many minutes after she is to be told, for what is at least so severe." */
export type RuleLine = { methodId: string; delayMinutes: number; minSeverity: Severity }

/** A name she gives: one line, nothing unseen. */
const labelField = z
  .string()
  .check(
    z.normalize('NFC'),
    z.trim(),
    z.maxLength(LABEL_LONGEST, 'too_long'),
    z.regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, 'name_odd'),
  )

export const addMethodInput = z
  .strictObject({
    channel: z.enum(WRITTEN_CHANNELS, { error: 'required' }),
    address: z.string({ error: 'required' }).check(z.trim(), z.minLength(1, 'required'), z.maxLength(500, 'too_long')),
    label: z.optional(labelField),
  })
  .check((context) => {
    const { channel, address } = context.value
    if (channel && address && readAddress(channel, address) === null)
      context.issues.push({ code: 'custom', message: `${channel}_odd`, path: ['address'], input: address })
  })

/** What a browser says of its push subscription (W3C Push API): where to send, and the keys to encrypt for. */
export const pushInput = z.strictObject({
  endpoint: z.string().check(z.maxLength(1000), z.regex(/^https:\/\/[^\s@]+$/)),
  p256dh: z.string().check(z.regex(/^[\w-]{80,100}$/)),
  auth: z.string().check(z.regex(/^[\w-]{16,40}$/)),
  label: z.optional(labelField),
})
/** A browser whose subscription was changed by its push service: the old address, and what is to take its place. */
export const movedPushInput = z.strictObject({
  old: z.string().check(z.maxLength(1000), z.minLength(1)),
  endpoint: pushInput.shape.endpoint,
  p256dh: pushInput.shape.p256dh,
  auth: pushInput.shape.auth,
})

const methodId = z.uuid('required')
export const methodInput = z.strictObject({ methodId })
export const codeInput = z.strictObject({
  methodId,
  /** As people type and paste it: with spaces. */
  code: z.string({ error: 'required' }).check(
    z.overwrite((text) => text.replace(/\s/g, '')),
    z.minLength(1, 'required'),
    z.regex(/^\d{6}$/, 'code_odd'),
  ),
})
export const renameInput = z.strictObject({ methodId, label: labelField })
/** Without a method: all of them. */
export const testInput = z.strictObject({ methodId: z.optional(z.uuid()) })
export const receivedInput = z.strictObject({ methodId, testId: z.uuid(), received: z.enum(['yes', 'no']) })

/** Fields that stand once for each line; a form with one line sends no list. */
const listed = <T extends z.core.$ZodType>(one: T) => z.optional(z.union([one, z.array(one).check(z.maxLength(30))]))
const many = (one: unknown) => (one === undefined ? 0 : Array.isArray(one) ? one.length : 1)
export const rulesInput = z
  .strictObject({
    method: listed(z.uuid()),
    delay: listed(z.coerce.number().check(z.int(), z.gte(0), z.lte(DELAY_LONGEST))),
    severity: listed(z.enum(SEVERITIES)),
    /** What to do with a line before it is saved: where there is no script, each button sends the form. */
    change: z.optional(z.string().check(z.regex(/^(add|(up|down|remove) \d{1,2})$/))),
  })
  .check(({ value: { method, delay, severity }, issues }) => {
    if (many(method) !== many(delay) || many(method) !== many(severity))
      issues.push({ code: 'custom', message: 'strange', input: method })
  })

/** How one message to her stands. `handed`: the other side took it, which is not yet a ring in her hand. */
export type Fate = { status: 'waiting' | 'again' | 'handed' | 'failed' | 'stopped'; at: Date; detail: string | null }

export type MethodView = {
  id: string
  channel: Channel
  /** What she wrote; of a browser's push the host of its service, because the rest is a secret. */
  address: string
  label: string | null
  state: 'verified' | 'unverified' | 'off'
  /** Whether a line of her rules names it. */
  used: boolean
  /** The code that is under way; null when none counts any more. */
  code: { expiresAt: Date; triesLeft: number; fate: Fate | null } | null
  /** Her last test: its fate, and whether she said that it arrived. */
  test: { id: string; at: Date; fate: Fate | null; answer: 'yes' | 'no' | null } | null
  /** What a webhook's receiver checks signatures with. */
  secret: string | null
  /** Of a browser's push: by this a browser knows that it is the one (SHA-256 of its address, shortened). */
  mark: string | null
}

export type PhonePage = {
  now: Date
  /** Of her account: the last resort. */
  email: string
  /** In the order in which her rules use them. */
  methods: MethodView[]
  lines: RuleLine[]
  offered: WrittenChannel[]
  /** Severities that no line with a verified method covers. */
  uncovered: Severity[]
  /** Something was sent a moment ago: the page is worth looking at again. */
  moving: boolean
}
