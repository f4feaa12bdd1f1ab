import pino from 'pino'
import { logLevel } from './env'

/**
 * One JSON line per fact on standard output: `log.info({ ticket, marketplace }, 'ticket opened')`.
 * Tokens, passwords, cookies and what people wrote never reach it, however deep they sit in what is logged.
 */
export const log = pino({
  level: logLevel(),
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (fields: unknown) => fields },
  formatters: {
    level: (label) => ({ level: label }),
    log: (fields) => withoutSecrets(fields) as Record<string, unknown>,
  },
  hooks: {
    logMethod(args, method) {
      const [first, ...rest] = args as unknown[]
      const named =
        first instanceof Error ? [{ err: first }, rest[0] ?? first.message, ...rest.slice(1)] : [first, ...rest]
      method.apply(this, named.map((part) => (typeof part === 'string' ? maskText(part) : part)) as typeof args)
    },
  },
})

const secretName =
  /pass(word|phrase)?$|passwd|secret|token|cookie|authori[sz]ation|^(hash|csrf|otp|pin|session|credentials?)$/i
const writtenByPeople = /^(body|text|html|description|note|reason|comment|subject|content|raw|message_?body)$/i
const MASK = '[redacted]'
const DEEPEST = 6

/** A copy of `value` that is safe to log: secrets and people's words masked by name, links and database URLs by shape. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth >= DEEPEST) return '[deep]'
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, depth + 1))
  if (value instanceof Error) return errorFields(value, depth)
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return '[bytes]'
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretName.test(name) || writtenByPeople.test(name) ? MASK : withoutSecrets(inner, depth + 1),
    ]),
  )
}

function errorFields(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error ? { code: error.code } : {}
  const cause = error.cause === undefined ? {} : { cause: withoutSecrets(error.cause, depth + 1) }
  return { type: error.name, message: maskText(error.message), stack: maskText(error.stack ?? ''), ...code, ...cause }
}

/**
 * Masks what is secret by its shape: acknowledge, read-only, sign-in, calendar and heartbeat addresses, `?token=`, the
 * password inside a URL.
 */
function maskText(text: string): string {
  return text
    .replace(
      /(\/(?:ack|view|schedule|heartbeats|link|invitation|invite|reset|sign-in|magic)\/)[\w.~-]{16,}/gi,
      `$1${MASK}`,
    )
    .replace(/([?&](?:token|code|secret|password|key|sig|signature)=)[^&\s"']+/gi, `$1${MASK}`)
    .replace(/(\w+:\/\/[^\s:/@]*:)[^\s@/]+@/g, `$1${MASK}@`)
    .replace(/\b(bearer|basic) [\w.~+/=-]{8,}/gi, `$1 ${MASK}`)
}
