import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkedDefinition } from '@/lib/catalog/form-definition'
import {
  cleanValues,
  FIELD_TYPES,
  type FieldRule,
  type FieldValues,
  type FormField,
  fieldFaults,
  mostCharacters,
  shownFields,
  type Texts,
} from '@/lib/catalog/schema'

const said = (word: string): Texts => ({ en: word, it: word, es: word, ru: word, 'pt-BR': word })
const field = (key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  key,
  type,
  label: said(key),
  required: false,
  ...more,
})
const options = ['orders', 'feed', 'other'].map((key) => ({ key, label: said(key) }))

const form: FormField[] = [
  field('part', 'choice', { options, required: true }),
  field('order', 'text', { required: true, most: 40, showWhen: { field: 'part', is: ['orders'] } }),
  field('sent', 'yes_no', { required: true, showWhen: { field: 'part', is: ['orders'] } }),
  field('sent_on', 'date', { required: true, showWhen: { field: 'sent', is: ['yes'] } }),
  field('feed', 'url', { required: true, showWhen: { field: 'part', is: ['feed', 'other'] } }),
  field('steps', 'long_text'),
  field('browser', 'browser'),
  field('shops', 'choices', { options }),
  field('affected', 'number'),
]
const shown = (values: FieldValues) => shownFields(form, values).map(({ key }) => key)

describe('which fields are asked (002-04)', () => {
  const always = ['steps', 'browser', 'shops', 'affected']

  test('a condition asks for what the answer makes worth knowing', () => {
    expect(shown({})).toEqual(['part', ...always])
    expect(shown({ part: 'orders' })).toEqual(['part', 'order', 'sent', ...always])
    expect(shown({ part: 'orders', sent: 'yes' })).toEqual(['part', 'order', 'sent', 'sent_on', ...always])
    expect(shown({ part: 'feed' })).toEqual(['part', 'feed', ...always])
    expect(shown({ part: ['other'] })).toEqual(['part', 'feed', ...always])
  })

  test('a hidden field hides what hangs on it, whatever was once written there', () => {
    expect(shown({ part: 'feed', sent: 'yes' })).not.toContain('sent_on')
    expect(fieldFaults(form, { part: 'feed', feed: 'shop.example', sent: 'yes', order: '' })).toEqual({})
  })

  test('several answers: one of them is enough', () => {
    const many = [
      field('what', 'choices', { options }),
      field('why', 'text', { showWhen: { field: 'what', is: ['feed'] } }),
    ]
    expect(shownFields(many, { what: ['orders', 'feed'] })).toHaveLength(2)
    expect(shownFields(many, { what: ['orders'] })).toHaveLength(1)
  })

  test('names of what every object has are fields like others', () => {
    expect(shownFields([field('constructor', 'text')], {})).toHaveLength(1)
    expect(cleanValues([field('constructor', 'text')], {})).toEqual({})
  })
})

describe('what is wrong with an answer', () => {
  const fault = (type: FormField['type'], value: string | string[], more: Partial<FormField> = {}) =>
    fieldFaults([field('it', type, more)], { it: value }).it

  test.each(FIELD_TYPES)('%s: required means something was written; otherwise nothing is asked (003-14)', (type) => {
    const more = type.startsWith('choice') ? { options } : {}
    for (const nothing of ['', '  \n', '\u200b', []]) {
      expect(fault(type, nothing, { ...more, required: true })).toBe('required')
      expect(fault(type, nothing, more)).toBeUndefined()
    }
  })

  test.each<[FormField['type'], string, string | undefined]>([
    ['number', '12', undefined],
    ['number', '-1,5', undefined],
    ['number', '1.50', undefined],
    ['number', 'twelve', 'not_a_number'],
    ['number', '1e9', 'not_a_number'],
    ['number', '1.000.000', 'not_a_number'],
    ['date', '2026-11-22', undefined],
    ['date', '2028-02-29', undefined],
    ['date', '2026-02-29', 'not_a_date'],
    ['date', '2026-13-01', 'not_a_date'],
    ['date', '2026-04-31', 'not_a_date'],
    ['date', '22.11.2026', 'not_a_date'],
    ['url', 'https://shop.example/feed.xml?v=1', undefined],
    ['url', 'shop.example/feed.csv', undefined],
    ['url', 'sftp://files.shop.example:22/out', undefined],
    ['url', 'магазин.example/выгрузка', undefined],
    ['url', 'my feed', 'not_a_url'],
    ['url', 'localhost', 'not_a_url'],
    ['url', 'javascript:alert(1)', 'not_a_url'],
    ['yes_no', 'yes', undefined],
    ['yes_no', 'true', 'not_an_option'],
    ['choice', 'feed', undefined],
    ['choice', 'Feed', 'not_an_option'],
    ['text', 'x'.repeat(200), undefined],
    ['text', 'x'.repeat(201), 'too_long'],
    ['long_text', 'x'.repeat(5001), 'too_long'],
    ['browser', 'Firefox 140 on Windows', undefined],
  ])('%s: %j', (type, value, expected) => {
    expect(fault(type, value, type === 'choice' ? { options } : {})).toBe(expected)
  })

  test('several choices: each must be on the list', () => {
    expect(fault('choices', ['orders', 'feed'], { options })).toBeUndefined()
    expect(fault('choices', ['orders', 'nothing'], { options })).toBe('not_an_option')
  })

  test('a field may take less than its kind, never more', () => {
    expect(mostCharacters(field('it', 'text', { most: 40 }))).toBe(40)
    expect(mostCharacters(field('it', 'text', { most: 5000 }))).toBe(200)
    expect(mostCharacters(field('it', 'date'))).toBeUndefined()
  })
})

describe('what is kept', () => {
  test('asked fields alone, cleaned; hidden, empty and unknown ones go', () => {
    const written = {
      part: 'feed',
      feed: ' shop.example\u200b ',
      order: 'A-1',
      steps: '1. open\r\n2. press  \n',
      shops: ['feed', 'feed', ''],
      affected: '',
      invented: 'x',
      __proto__: 'y',
    }
    expect(cleanValues(form, written)).toEqual({
      part: 'feed',
      feed: 'shop.example',
      steps: '1. open\n2. press',
      shops: ['feed'],
    })
  })

  const fieldRule: fc.Arbitrary<FieldRule[]> = fc
    .array(fc.tuple(fc.constantFrom(...FIELD_TYPES), fc.boolean(), fc.nat(), fc.constantFrom('a', 'b', 'yes')), {
      maxLength: 8,
    })
    .map((parts) =>
      parts.map(([type, required, on, answer], place) => ({
        key: `f${place}`,
        type,
        required,
        ...(type.startsWith('choice') && { options: [{ key: 'a' }, { key: 'b' }] }),
        ...(place > 0 && on % 2 === 1 && { showWhen: { field: `f${on % place}`, is: [answer] } }),
      })),
    )
  const answer = fc.oneof(fc.constantFrom('a', 'b', 'yes', '', ' a\u200b', '2026-02-30'), fc.string({ unit: 'binary' }))
  const values = fc.dictionary(
    fc.constantFrom('f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'other'),
    fc.oneof(answer, fc.array(answer, { maxLength: 4 })),
  )

  test('keeping twice changes nothing, and the same is asked and wrong before and after', () => {
    fc.assert(
      fc.property(fieldRule, values, (fields, written) => {
        const kept = cleanValues(fields, written)
        expect(cleanValues(fields, kept)).toEqual(kept)
        expect(shownFields(fields, kept)).toEqual(shownFields(fields, written))
        expect(fieldFaults(fields, kept)).toEqual(fieldFaults(fields, written))
        expect(Object.keys(kept).every((key) => shownFields(fields, kept).some((each) => each.key === key))).toBe(true)
      }),
    )
  })
})

describe('a form as it may be saved', () => {
  const checked = (fields: FormField[]) => () => checkedDefinition({ preflight: [], fields })

  test('whole ones pass', () => {
    expect(checkedDefinition({ preflight: [{ key: 'wait', text: said('Wait') }], fields: form }).fields).toEqual(form)
  })

  test.each<[string, FormField[], RegExp]>([
    ['a language missing', [{ ...field('a', 'text'), label: { en: 'a' } as Texts }], /label/],
    ['a text left empty', [{ ...field('a', 'text'), label: { ...said('a'), ru: '' } }], /ru/],
    ['one key twice', [field('a', 'text'), field('a', 'text')], /twice/],
    ['nothing to choose from', [field('a', 'choice')], /options/],
    ['options of a text', [field('a', 'text', { options })], /options/],
    ['a length of a date', [field('a', 'date', { most: 3 })], /length/],
    ['shown by nothing', [field('a', 'text', { showWhen: { field: 'b', is: ['x'] } })], /before/],
    [
      'shown by what comes later',
      [field('a', 'text', { showWhen: { field: 'b', is: ['yes'] } }), field('b', 'yes_no')],
      /before/,
    ],
    ['shown by free text', [field('a', 'text'), field('b', 'text', { showWhen: { field: 'a', is: ['x'] } })], /list/],
    [
      'waiting for what nobody can answer',
      [field('a', 'yes_no'), field('b', 'text', { showWhen: { field: 'a', is: ['maybe'] } })],
      /nobody/,
    ],
    ['a key that is no name', [field('A b', 'text')], /key/],
  ])('%s is refused', (_what, fields, message) => {
    expect(checked(fields)).toThrow(message)
  })
})
