import {
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
  TYPE,
} from '@formatjs/icu-messageformat-parser'
import { type Locale, locales } from '@/lib/i18n/locales'

export type Tree = { [key: string]: string | Tree }
export type Languages = Record<Locale, Tree>

/** `{a: {b: 'x'}}` as `[['a.b', 'x']]`. */
export function flat(tree: Tree, before = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`),
  )
}

/** Everything wrong with a namespace's texts, one line each. `same` lists what may equal the English text. */
export function textFaults(namespace: string, texts: Languages, same: Readonly<Record<string, readonly Locale[]>>) {
  const english = new Map(flat(texts.en))
  return locales.flatMap((locale) => {
    const own = new Map(flat(texts[locale]))
    const at = (key: string) => `${namespace}.${key} (${locale})`
    const missing = [...english.keys()].filter((key) => !own.has(key)).map((key) => `${at(key)}: missing`)
    const extra = [...own.keys()].filter((key) => !english.has(key)).map((key) => `${at(key)}: not in English`)
    const wrong = [...own].flatMap(([key, text]) => {
      const model = english.get(key)
      if (model === undefined) return []
      const allowed = same[`${namespace}.${key}`]?.includes(locale) ?? false
      return oneFault(locale, text, model, allowed).map((fault) => `${at(key)}: ${fault}`)
    })
    return [...missing, ...extra, ...wrong]
  })
}

function oneFault(locale: Locale, text: string, model: string, sameAllowed: boolean): string[] {
  if (text.trim() === '' || text !== text.trim()) return ['empty, or blank at an end']
  const faults: string[] = []
  let elements: MessageFormatElement[]
  try {
    elements = parse(text)
  } catch (error) {
    return [`does not parse: ${error instanceof Error ? error.message : String(error)}`]
  }
  const names = placeholders(elements).join(' ')
  const wanted = placeholders(parse(model)).join(' ')
  if (names !== wanted) faults.push(`has {${names}}, English has {${wanted}}`)
  faults.push(...missingForms(locale, elements))
  if (locale !== 'en' && isWords(elements) && (text === model) !== sameAllowed)
    faults.push(text === model ? 'is the English text' : 'is listed as the English text and differs')
  return faults
}

/** Names and tags that a text needs, each once, in order of the alphabet. */
export function placeholders(elements: MessageFormatElement[]): string[] {
  const found = new Set<string>()
  visit(elements, (element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return
    found.add(element.type === TYPE.tag ? `<${element.value}>` : element.value)
  })
  return [...found].sort()
}

/** Plural forms that whole numbers up to a million need in this language, and `other`, which ICU always asks for. */
function missingForms(locale: Locale, elements: MessageFormatElement[]): string[] {
  const faults: string[] = []
  visit(elements, (element) => {
    if (element.type !== TYPE.plural) return
    const rules = new Intl.PluralRules(locale, { type: element.pluralType ?? 'cardinal' })
    const needed = new Set(['other', ...Array.from({ length: 201 }, (_, count) => rules.select(count))])
    const missing = [...needed].filter((form) => !(form in element.options))
    if (missing.length > 0) faults.push(`plural {${element.value}} lacks ${missing.join(', ')}`)
  })
  return faults
}

/** Whether there is anything to translate: "{page} · {marketplace}" has no words. */
function isWords(elements: MessageFormatElement[]): boolean {
  let words = false
  visit(elements, (element) => {
    if (element.type === TYPE.literal && /\p{L}{2}/u.test(element.value)) words = true
  })
  return words
}

function visit(elements: MessageFormatElement[], see: (element: MessageFormatElement) => void): void {
  for (const element of elements) {
    see(element)
    if (isTagElement(element)) visit(element.children, see)
    if (isPluralElement(element) || isSelectElement(element))
      for (const option of Object.values(element.options)) visit(option.value, see)
  }
}
