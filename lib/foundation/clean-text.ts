/**
 * What people type, made the same before anything looks at it: NFKC, no invisible or control characters. Done once, at
 * the door, before every check, and what was checked is what is stored. Doing it twice changes nothing. Browser-safe.
 */

/** Format characters (zero width, direction marks), private use, lone surrogates, fillers that show nothing. */
const invisible = /\p{Cf}|\p{Co}|\p{Cs}|\u034F|\u115F|\u1160|\u17B4|\u17B5|[\u180B-\u180F]|\u3164|\uFFA0/gu
const control = /[^\P{Cc}\n\t]/gu
/** The joiner inside an emoji such as a family is part of what is seen. */
const emojiJoiner = /(?<=\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D(?=\p{Extended_Pictographic})/gu
/** Stands for such a joiner meanwhile: a noncharacter, taken out of what was typed. */
const joinerPlace = '\uFDD0'

function stripped(text: string): string {
  return text
    .replaceAll(joinerPlace, '')
    .replace(emojiJoiner, joinerPlace)
    .replace(invisible, '')
    .replace(control, '')
    .replaceAll(joinerPlace, '\u200D')
    .normalize('NFKC')
}

/** Twice: normalising may bring out a filler, and what was taken out may have kept an accent from its letter. */
function visible(text: string): string {
  return stripped(stripped(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')))
}

/** One line: a subject, a name. Runs of white space become one space. */
export function cleanLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim()
}

/** Several lines: a message. Line ends become \n, tabs stay, blank lines at either end go. */
export function cleanText(text: string): string {
  return visible(text)
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
}

/** Folded for searching: no case, no accents, ё as е. Never stored. */
export function searchable(text: string): string {
  return cleanLine(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
