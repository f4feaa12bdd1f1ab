import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Brought, chooseText, type Kept } from '@/components/form/draft-choice'
import { isBlank, sameWritten } from '@/lib/drafts/schema'

const here = (body: string, version: number, dirty = true): Kept => ({ written: { body }, version, dirty })
const there = (body: string, version: number): Brought => ({ written: { body }, version })

describe('which text a page goes on with', () => {
  test('nothing anywhere: an empty form', () => {
    expect(chooseText(null, null)).toEqual({ show: null, version: 0, theirs: null, due: null })
  })

  test('only the server has it: another device of hers', () => {
    expect(chooseText(null, there('There.', 3))).toMatchObject({ show: { body: 'There.' }, version: 3, due: null })
  })

  test('only this device has it: written without a connection or a session, and saved now', () => {
    expect(chooseText(here('Here.', 0), null)).toMatchObject({ show: { body: 'Here.' }, due: 'save' })
    expect(chooseText(here('Here.', 2), there('Older.', 2))).toMatchObject({
      show: { body: 'Here.' },
      version: 2,
      due: 'save',
    })
  })

  test('newer on the server and untouched here: the newer one', () => {
    expect(chooseText(here('Older.', 2, false), there('Newer.', 3))).toMatchObject({
      show: { body: 'Newer.' },
      version: 3,
      theirs: null,
    })
  })

  test('changed in both places: both are offered, nothing is saved over', () => {
    expect(chooseText(here('Mine.', 2), there('Theirs.', 3))).toEqual({
      show: { body: 'Mine.' },
      version: 2,
      theirs: there('Theirs.', 3),
      due: null,
    })
  })

  test('clean here and gone there: it was sent elsewhere', () => {
    expect(chooseText(here('Sent.', 2, false), null)).toMatchObject({ show: null, due: null })
  })

  test('sent here, but the server did not hear: it is told again, and the text does not come back', () => {
    expect(chooseText({ written: {}, version: 4, dirty: false, sent: true }, there('Sent.', 4))).toMatchObject({
      show: null,
      due: 'drop',
    })
    expect(chooseText({ written: {}, version: 4, dirty: false, sent: true }, there('A new one.', 5))).toMatchObject({
      show: { body: 'A new one.' },
      due: null,
    })
  })

  test('whatever was typed on this device and not saved is shown or was saved word for word', () => {
    const written = fc.dictionary(fc.constantFrom('subject', 'body', 'field.sku'), fc.string())
    const brought = fc.option(fc.record({ written, version: fc.integer({ min: 1, max: 4 }) }))
    fc.assert(
      fc.property(written, fc.integer({ min: 0, max: 4 }), brought, (typed, version, server) => {
        fc.pre(!isBlank(typed))
        const { show, theirs } = chooseText({ written: typed, version, dirty: true }, server)
        expect(show && sameWritten(show, typed)).toBe(true)
        if (server && !isBlank(server.written) && !sameWritten(server.written, typed) && server.version !== version)
          expect(theirs).toEqual(server)
      }),
    )
  })
})

describe('two drafts', () => {
  test('are the same whatever the order of their fields; an empty field is none', () => {
    expect(sameWritten({ a: '1', b: ['x', 'y'] }, { b: ['x', 'y'], a: '1', c: '' })).toBe(true)
    expect(sameWritten({ b: ['x', 'y'] }, { b: ['y', 'x'] })).toBe(false)
    expect(sameWritten({ b: 'x' }, { b: ['x'] })).toBe(true)
    expect(sameWritten({}, { a: ' ' })).toBe(false)
  })
})
