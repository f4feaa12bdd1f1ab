import { asHtml, asText, type MailParts } from './mail-layout'
import type { Composed } from './schema'

/** Both forms of a mail, and a subject that is one line whatever people wrote into it. */
export function finishMail(subject: string, parts: MailParts): Composed {
  return { subject: oneLine(subject), text: asText(parts), html: asHtml(parts) }
}

const LONGEST_SUBJECT = 180

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: line breaks of every kind become spaces
  const line = text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim()
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1)}…`
}
