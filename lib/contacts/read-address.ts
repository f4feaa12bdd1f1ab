import { z } from 'zod/mini'
import { emailField } from '@/lib/identity/schema'
import type { WrittenChannel } from './schema'

/** ITU-T E.164: a plus and up to fifteen digits; shorter than eight is no telephone that could ring at night. */
const telephone = /^\+[1-9]\d{7,14}$/
const topic = /^[\w-]{1,64}$/

/**
 * The one form of an address that is stored, or null when it cannot be one. A topic of ntfy may stand alone: it then
 * lies on the operator's default server. Whether the place may be gone to is asked again whenever something is sent.
 */
export function readAddress(channel: WrittenChannel, written: string): string | null {
  const text = written.trim()
  if (channel === 'mail') {
    const read = z.safeParse(emailField, text)
    return read.success ? read.data : null
  }
  if (channel === 'sms' || channel === 'voice') {
    const digits = text.replace(/[\s().-]/g, '').replace(/^00/, '+')
    return telephone.test(digits) ? digits : null
  }
  if (channel === 'ntfy' && topic.test(text)) return text
  const url = readUrl(text)
  if (!url) return null
  const last = /([^/]+)\/?$/.exec(url.pathname)?.[1] ?? ''
  return channel === 'webhook' || topic.test(last) ? url.href : null
}

function readUrl(text: string): URL | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.username === '' && url.password === '' && url.hash === '' ? url : null
}
