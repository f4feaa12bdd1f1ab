import type { SendResult } from './schema'

/** The parts of a mail client's error that tell how far it came. */
type Fault = {
  message?: string
  code?: string
  originalCode?: string
  command?: string
  responseCode?: number
  timeoutType?: string
}

/** Errors that come before a word was said, so that nothing can have arrived. */
const beforeTheTalk = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EDNS']
const beforeTheGreeting = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']

/**
 * What an SMTP error means (RFC 5321, 4.2.1). A 5xx to the recipient or to the message is final; to the sign-in or the
 * sender it is our own setting's fault, which somebody repairs, so it is tried again. Without a reply from the server
 * nobody can say whether it took the message.
 */
export function mailFault(error: unknown): SendResult {
  const fault = (error ?? {}) as Fault
  const detail = (fault.message ?? String(error)).slice(0, 500)
  if (fault.responseCode) {
    const final = fault.responseCode >= 500 && (fault.command === 'RCPT TO' || fault.command === 'DATA')
    return { outcome: final ? 'failed' : 'retry', detail }
  }
  const early =
    [fault.code, fault.originalCode].some((code) => code !== undefined && beforeTheTalk.includes(code)) ||
    (fault.timeoutType !== undefined && beforeTheGreeting.includes(fault.timeoutType))
  return { outcome: early ? 'retry' : 'unknown', detail }
}
