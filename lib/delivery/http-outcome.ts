import type { OutgoingEnd } from './outgoing'
import type { SendResult } from './schema'

/** Longest that another side may put us off, in milliseconds: a page is the next person's turn after that. */
const LONGEST_WAIT = 120_000

/** Whose turn it is after an answer: ours to wait and try again. */
const LATER = [408, 425, 429]

/**
 * What the end of an outgoing request means for its delivery. 2xx took it; `gone` (410, for some 404) will never take
 * anything again; 408, 425, 429 and 5xx may take it later; every other answer is final, so that the next line of her own
 * rules, or the next step, comes at once.
 */
export function httpOutcome(ended: OutgoingEnd, now: Date, gone: readonly number[] = [410]): SendResult {
  if (ended.end !== 'answered') return { outcome: unanswered[ended.end], detail: ended.why }
  const { status, retryAfter } = ended
  const detail = `HTTP ${status}`
  if (status >= 200 && status < 300) return { outcome: 'sent', detail }
  if (gone.includes(status)) return { outcome: 'failed', detail, gone: true }
  if (!LATER.includes(status) && status < 500) return { outcome: 'failed', detail }
  const wait = waitOf(retryAfter, now)
  return { outcome: 'retry', detail, ...(wait !== null && { retryAfterMs: wait }) }
}

const unanswered = { refused: 'failed', unreached: 'retry', unknown: 'unknown' } as const

/** Retry-After as milliseconds (RFC 9110, 10.2.3: seconds or a date), within the bound; null when it says nothing. */
function waitOf(retryAfter: string | null, now: Date): number | null {
  if (retryAfter === null) return null
  const text = retryAfter.trim()
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT)
}
