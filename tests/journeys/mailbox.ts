import { existsSync, readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { Copy } from '../setup/smtp-receiver'

/** Every mail that arrived so far, in order: what the receiver wrote down, whatever the database says. */
export function mails(): Copy[] {
  const file = process.env.JOURNEY_MAIL
  if (!file) throw new Error('no mailbox: journeys run through their playwright.config.ts')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Copy)
}

/**
 * Waits for a mail to `address` that holds all of `about`, and answers the newest such. All mails of one request have one
 * subject: what happened stands in the text.
 */
export async function mailTo(address: string, ...about: string[]): Promise<Copy> {
  const holds = ({ subject, text }: Copy) => about.every((one) => `${subject}\n${text}`.includes(one))
  const found = () => mails().filter((mail) => mail.to === address && holds(mail))
  await expect.poll(() => found().length, { message: `a mail to ${address} about ${about}` }).toBeGreaterThan(0)
  return found().at(-1) as Copy
}

/** The address in a mail that leads to `part` of this site. */
export function linkIn(mail: Copy, part: string): string {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((address) => address.includes(part))
  if (!link) throw new Error(`no link with ${part} in "${mail.subject}":\n${mail.text}`)
  return link
}
