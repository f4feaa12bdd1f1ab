import * as z from 'zod/mini'
import { cleanLine } from '@/lib/foundation/clean-text'

/** How the payload of a key is read. */
export const KEY_KINDS = ['generic', 'alertmanager', 'grafana'] as const
export type KeyKind = (typeof KEY_KINDS)[number]
export const SEVERITIES = ['P0', 'P1', 'P2'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Characters of what a person names. */
const NAME = { least: 2, most: 80 } as const
/** Seconds: a heartbeat that is expected more often than every ten seconds is noise; more rarely than a month, forgotten. */
export const EVERY = { least: 10, most: 31 * 86_400 } as const
export const GRACE = { least: 0, most: 86_400 } as const

const id = z.uuid()
const name = z.pipe(
  z.string().check(z.maxLength(NAME.most * 4)),
  z.pipe(z.transform(cleanLine), z.string().check(z.minLength(NAME.least), z.maxLength(NAME.most))),
)
const severity = z.enum(SEVERITIES)
/** A policy's id; empty: the marketplace's default. */
const policyId = z.pipe(
  z.union([z.literal(''), id]),
  z.transform((text) => (text === '' ? null : text)),
)

export const createKeyInput = z.strictObject({ name, kind: z.enum(KEY_KINDS), severity, policyId })
export const keyInput = z.strictObject({ keyId: id })
export const createHeartbeatInput = z.strictObject({
  name,
  everySeconds: z.coerce.number().check(z.int(), z.gte(EVERY.least), z.lte(EVERY.most)),
  graceSeconds: z.coerce.number().check(z.int(), z.gte(GRACE.least), z.lte(GRACE.most)),
  severity,
  policyId,
})
export const heartbeatInput = z.strictObject({ heartbeatId: id })

/** What a monitoring system says of one thing. */
export type Finding = {
  fingerprint: string
  title: string
  detail: string
  severity: Severity
  state: 'firing' | 'resolved'
}

export type HeartbeatState = 'waiting' | 'healthy' | 'missed' | 'paused'

export type KeyRow = {
  id: string
  name: string
  kind: KeyKind
  severity: Severity
  policy: string | null
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
  /** The key before the last rotation is taken until then. */
  oldKeyUntil: Date | null
}

export type AlertRow = {
  id: string
  title: string
  severity: Severity
  state: 'firing' | 'resolved'
  firstAt: Date
  lastAt: Date
  resolvedAt: Date | null
  reports: number
  key: string
  escalationId: string | null
}

export type HeartbeatRow = {
  id: string
  name: string
  state: HeartbeatState
  everySeconds: number
  graceSeconds: number
  severity: Severity
  policy: string | null
  lastSeenAt: Date | null
  /** When it counts as missed. */
  missedAt: Date | null
}

export type AlertsPage = {
  now: Date
  firing: AlertRow[]
  /** The newest of those that are over. */
  resolved: AlertRow[]
  keys: KeyRow[]
  heartbeats: HeartbeatRow[]
  policies: { id: string; name: string }[]
  mayEdit: boolean
  /** Addresses to report to. */
  alertsPath: string
}
