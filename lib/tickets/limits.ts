import { cleanLine, cleanText } from '@/lib/foundation/clean-text'

/* How long what is written may be, and what is wrong with it. Apart from the schemas, so that a page can tell the
 * moment a field is left without carrying a parser; tests/rules/written-limits.test.ts holds the two together. */

/** Characters after normalising. */
export const SUBJECT = { least: 3, most: 200 } as const
export const BODY = { least: 1, most: 20_000 } as const
export const CLOSE_REASON = { least: 0, most: 500 } as const
export const RATING_COMMENT = { least: 0, most: 2_000 } as const
/** What was done on the partner's behalf (002-12). */
export const WORKAROUND = { least: 0, most: 2_000 } as const
/** Raw text longer than this is not even normalised. */
export const RAW = 100_000

/** A key of `refusals.invalid`. */
export type TextFault = 'required' | 'too_short' | 'too_long'

/** What the door would say to a subject as it was typed; null: nothing. */
export function subjectFault(typed: string): TextFault | null {
  return faultOf(cleanLine, typed, SUBJECT)
}

/** What the door would say to a message as it was typed; null: nothing. */
export function bodyFault(typed: string): TextFault | null {
  return faultOf(cleanText, typed, BODY)
}

function faultOf(clean: (text: string) => string, typed: string, { least, most }: { least: number; most: number }) {
  if ([...typed].length > RAW) return 'too_long'
  const { length } = [...clean(typed)] // a character outside the basic plane counts once, as the schemas count it
  if (length < least) return least > 1 ? 'too_short' : 'required'
  return length > most ? 'too_long' : null
}
