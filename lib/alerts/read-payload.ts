import * as z from 'zod/mini'
import { cleanLine, cleanText } from '@/lib/foundation/clean-text'
import type { Finding, KeyKind, Severity } from './schema'
import { severityOf } from './severity-of'

/** Most findings in one report. */
export const MOST_FINDINGS = 200
const TITLE = 200
const DETAIL = 2000
const FINGERPRINT = 200

/*
 * Other systems send more than we read, and more with each release: what we do not know is passed over, what we read is
 * held to its shape and length. References: Prometheus, "Alertmanager: webhook receiver" (version 4); Grafana, "Webhook
 * notifier" (the same envelope with title and state).
 */
const text = (most: number) => z.string().check(z.maxLength(most))
const words = z.record(text(200), z.string().check(z.maxLength(10_000)))
const generic = z.looseObject({
  title: text(2000).check(z.minLength(1)),
  detail: z.optional(text(20_000)),
  severity: z.optional(text(40)),
  fingerprint: z.optional(text(1000)),
  state: z.optional(z.enum(['firing', 'resolved'])),
})
const labelled = z.looseObject({
  status: z.enum(['firing', 'resolved']),
  labels: z.optional(words),
  annotations: z.optional(words),
  fingerprint: z.optional(text(1000)),
  valueString: z.optional(text(20_000)),
})
const group = z.looseObject({ alerts: z.array(labelled).check(z.minLength(1), z.maxLength(MOST_FINDINGS)) })
const several = z.union([
  z.looseObject({ alerts: z.array(generic).check(z.minLength(1), z.maxLength(MOST_FINDINGS)) }),
  generic,
])

/**
 * What a report says, one finding for each thing it names; null when it is no report of this kind. The last word about
 * one fingerprint counts. `fallback`: the severity of what says none.
 */
export function findingsIn(kind: KeyKind, body: unknown, fallback: Severity): Finding[] | null {
  const found = kind === 'generic' ? inGeneric(body, fallback) : inGroup(body, fallback)
  return found && [...new Map(found.map((finding) => [finding.fingerprint, finding])).values()]
}

function inGeneric(body: unknown, fallback: Severity): Finding[] | null {
  const read = several.safeParse(body)
  if (!read.success) return null
  const all =
    'alerts' in read.data ? (read.data.alerts as z.infer<typeof generic>[]) : [read.data as z.infer<typeof generic>]
  return all.map(({ title, detail = '', severity, fingerprint, state = 'firing' }) =>
    finding({ title, detail, fingerprint: fingerprint ?? title, severity: severityOf(severity, fallback), state }),
  )
}

function inGroup(body: unknown, fallback: Severity): Finding[] | null {
  const read = group.safeParse(body)
  if (!read.success) return null
  return read.data.alerts.map(({ status, labels = {}, annotations = {}, fingerprint, valueString }) => {
    const name = labels.alertname ?? 'alert'
    return finding({
      title: annotations.summary || annotations.title || [name, labels.instance].filter(Boolean).join(' '),
      detail: [annotations.description ?? annotations.message, valueString, labelLine(labels)]
        .filter(Boolean)
        .join('\n'),
      // Alertmanager's own is a hash of the labels; without one the labels themselves say what is the same.
      fingerprint: fingerprint ?? labelLine(labels) ?? name,
      severity: severityOf(labels.severity ?? labels.priority, fallback),
      state: status,
    })
  })
}

function labelLine(labels: Record<string, string>): string {
  return Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => `${label}=${value}`)
    .join(' ')
}

function finding(given: Finding): Finding {
  return {
    ...given,
    title: cleanLine(given.title).slice(0, TITLE) || 'alert',
    detail: cleanText(given.detail).slice(0, DETAIL),
    fingerprint: cleanLine(given.fingerprint).slice(0, FINGERPRINT),
  }
}
