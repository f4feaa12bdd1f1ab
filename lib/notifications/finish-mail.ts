import type { Brief } from '@/lib/delivery/schema'
import { translatorFor } from '@/lib/i18n'
import { asHtml, asText, type MailParts } from './mail-layout'
import type { Composed } from './schema'

/**
 * Both forms of a mail, a subject that is one line whatever people wrote into it, and the same in brief for the other
 * channels. `brief`: what a locked screen shall say differently; a page adds where it is taken.
 */
export function finishMail(subject: string, parts: MailParts, brief: Partial<Brief> = {}): Composed {
  const title = oneLine(subject)
  const t = translatorFor(parts.locale, 'mailOncall')
  const usual: Brief = {
    title,
    text: [parts.heading, ...(parts.before ?? [])].join('\n'),
    url: parts.button.href,
    ackUrl: null,
    severity: null,
    labels: { open: t('brief.open'), take: t('brief.take') },
  }
  return { subject: title, text: asText(parts), html: asHtml(parts), brief: { ...usual, ...brief } }
}

const LONGEST_SUBJECT = 180

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: line breaks of every kind become spaces
  const line = text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim()
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1)}…`
}
