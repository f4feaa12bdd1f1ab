import { describe, expect, it } from 'vitest'
import * as namespaces from '@/lib/i18n/messages/index'
import { flat, type Languages, textFaults } from './messages'
import { sameAsEnglish } from './same-as-english'
import { filesBelow } from './sources'

const loaded = Object.entries(namespaces) as unknown as [string, Languages][]

describe('texts', () => {
  it.each(loaded)('of %s are complete in five languages, with every plural form and placeholder', (name, texts) => {
    expect(textFaults(name, texts, sameAsEnglish)).toEqual([])
  })

  it('each folder of texts is loaded', () => {
    const folders = new Set(filesBelow(['lib/i18n/messages'], /\.json$/).map((file) => file.split('/').at(-2)))
    // A folder is in kebab-case like every other, the namespace it fills is a name in code: sign-in, signIn.
    const kebab = loaded.map(([name]) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
    expect([...folders].sort()).toEqual(kebab.sort())
  })

  it('the list of equal texts names only texts that exist', () => {
    const known = new Set(loaded.flatMap(([name, texts]) => flat(texts.en).map(([key]) => `${name}.${key}`)))
    expect(Object.keys(sameAsEnglish).filter((key) => !known.has(key))).toEqual([])
  })
})

describe('the check itself', () => {
  const whole: Languages = {
    en: { files: '{count, plural, one {# file} other {# files}}', by: 'Sent by <b>{name}</b>' },
    it: { files: '{count, plural, one {# documento} other {# documenti}}', by: 'Inviato da <b>{name}</b>' },
    es: { files: '{count, plural, one {# archivo} other {# archivos}}', by: 'Enviado por <b>{name}</b>' },
    ru: {
      files: '{count, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}',
      by: 'Отправил(а) <b>{name}</b>',
    },
    'pt-BR': { files: '{count, plural, one {# arquivo} other {# arquivos}}', by: 'Enviado por <b>{name}</b>' },
  }
  const faultsOf = (change: Partial<Languages>) => textFaults('x', { ...whole, ...change }, {})

  it('is content with whole texts', () => {
    expect(faultsOf({})).toEqual([])
  })

  it.each<[string, Partial<Languages>, RegExp]>([
    ['a missing key', { it: { files: whole.it.files ?? '' } }, /x\.by \(it\): missing/],
    ['a key too many', { es: { ...whole.es, more: 'Algo' } }, /x\.more \(es\): not in English/],
    [
      'a missing Russian form',
      { ru: { ...whole.ru, files: '{count, plural, one {# файл} other {# файла}}' } },
      /lacks (many, few|few, many)/,
    ],
    ['a lost placeholder', { 'pt-BR': { ...whole['pt-BR'], by: 'Enviado' } }, /English has \{<b> name\}/],
    ['an untranslated text', { it: { ...whole.it, by: 'Sent by <b>{name}</b>' } }, /is the English text/],
    ['a text that does not parse', { es: { ...whole.es, by: 'Enviado <b>{name}' } }, /does not parse/],
    ['an empty text', { ru: { ...whole.ru, by: ' ' } }, /empty/],
  ])('finds %s', (_, change, fault) => {
    expect(faultsOf(change).join('\n')).toMatch(fault)
  })
})
