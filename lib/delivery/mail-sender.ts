import { createTransport } from 'nodemailer'
import { env } from '@/lib/foundation/env'
import { log } from '@/lib/foundation/log'
import { mailFault } from './mail-fault'
import type { Message, Sender } from './schema'

/** Longest an attempt may take in all, in milliseconds. */
export const SEND_LIMIT_MS = 5_000

/** Connections kept to the mail server: as many as messages are under way at once, so that none waits for another. */
const CONNECTIONS = 8
/** How long an unused connection is kept, in milliseconds: most servers close theirs after five minutes. */
const IDLE_LIMIT = 4 * 60_000

/**
 * Hands one mail to one recipient over SMTP. Connections are kept open, because greeting and TLS cost more than the mail;
 * one that the server has closed meanwhile is replaced only when not a byte of the message had left, so what happened to
 * an attempt is still known from that attempt alone. The only file that knows nodemailer.
 */
export function mailSender(): Sender {
  const { SMTP_URL, MAIL_FROM } = env()
  const transport = createTransport({
    url: SMTP_URL,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    maxRequeues: 2,
    idleTimeout: IDLE_LIMIT,
    connectionTimeout: SEND_LIMIT_MS,
    greetingTimeout: SEND_LIMIT_MS,
    // Also counts while a kept connection rests; an attempt itself is ended by its signal.
    socketTimeout: IDLE_LIMIT,
    dnsTimeout: SEND_LIMIT_MS,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // What concerns no message, such as a kept connection that breaks while it rests, must not end the worker.
  transport.on('error', (error) => log.warn({ err: error }, 'the mail connection'))
  const sender = addressIn(MAIL_FROM)
  const domain = sender.slice(sender.lastIndexOf('@') + 1)
  return async (message, signal) => {
    const unsafe = unsafeField(message)
    if (unsafe) return { outcome: 'failed', detail: `a line break in ${unsafe}` }
    try {
      const info = await transport.sendMail({
        from: { name: message.from, address: sender },
        to: { name: message.to.name, address: message.to.address },
        subject: message.subject,
        text: message.text,
        html: message.html,
        messageId: `<${message.id}@${domain}>`,
        // A root that no mail has itself: each of its mails, whichever comes first, hangs on it (RFC 5322, 3.6.4).
        ...(message.thread && {
          inReplyTo: `<${message.thread}@${domain}>`,
          references: `<${message.thread}@${domain}>`,
        }),
        // RFC 3834: nobody's auto-reply should answer us.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal,
      })
      return { outcome: 'sent', detail: info.response }
    } catch (error) {
      return mailFault(error)
    }
  }
}

/** The address of "Waybill <support@shop.example>", or the text itself. */
export function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1]?.trim() ?? from.trim()
}

/** Which field could smuggle a header in: none may hold a line break of any kind. */
function unsafeField({ subject, from, to }: Message): string | null {
  const fields = { subject, 'the sender': from, 'the name': to.name, 'the address': to.address }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const found = Object.entries(fields).find(([, text]) => /[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(text))
  return found?.[0] ?? null
}
