import * as z from 'zod/mini'
import { MOST_FILES } from '@/lib/attachments/schema'
import { cleanLine, cleanText } from '@/lib/foundation/clean-text'
import { BODY, RAW, SUBJECT } from './limits'

/** A text that is made the same first and measured then; messages are keys of `refusals.invalid`. */
export function cleaned(clean: (text: string) => string, least: number, most: number) {
  return z.pipe(
    z.string().check(z.maxLength(RAW, 'too_long')),
    z.pipe(
      z.transform(clean),
      z.string().check(z.minLength(least, least > 1 ? 'too_short' : 'required'), z.maxLength(most, 'too_long')),
    ),
  )
}

export const subject = cleaned(cleanLine, SUBJECT.least, SUBJECT.most)
export const body = cleaned(cleanText, BODY.least, BODY.most)

/** Files that were uploaded before; whose they are is looked at when they are taken. */
export const attachmentIds = z._default(z.array(z.uuid()).check(z.maxLength(MOST_FILES, 'too_many_files')), [])
