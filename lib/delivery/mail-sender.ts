import { createTransport } from 'nodemailer'
import { env } from '@/lib/foundation/env'
import { mailFault } from './mail-fault'
import type { Message, Sender } from './schema'

/** Longest an attempt may take in all, in milliseconds. */
export const SEND_LIMIT_MS = 5_000

/**
 * Hands one mail to one recipient over SMTP, a connection of its own each: what happened to an attempt is then always
 * known from that attempt alone. The only file that knows nodemailer.
 */
export function mailSender(): Sender {
  const { SMTP_URL, MAIL_FROM } = env()
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: SEND_LIMIT_MS,
    greetingTimeout: SEND_LIMIT_MS,
    socketTimeout: SEND_LIMIT_MS,
    dnsTimeout: SEND_LIMIT_MS,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
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
        ...(message.thread && { references: `<${message.thread}@${domain}>` }),
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
function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1]?.trim() ?? from.trim()
}

/** Which field could smuggle a header in: none may hold a line break of any kind. */
function unsafeField({ subject, from, to }: Message): string | null {
  const fields = { subject, 'the sender': from, 'the name': to.name, 'the address': to.address }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const found = Object.entries(fields).find(([, text]) => /[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(text))
  return found?.[0] ?? null
}
