import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales, whichLocale } from '@/lib/i18n'

describe('the language of a page', () => {
  it('is the choice, whatever the browser says', () => {
    expect(whichLocale('ru', 'es')).toBe('ru')
  })

  it.each([
    ['pt', 'pt-BR'],
    ['pt-PT,pt;q=0.9', 'pt-BR'],
    ['PT-br', 'pt-BR'],
    ['de-DE, it;q=0.8, es;q=0.9', 'es'],
    ['es-419', 'es'],
    ['ru;q=0, it', 'it'],
    ['*', 'en'],
    ['de', 'en'],
    ['', 'en'],
  ])('Accept-Language %j reads as %s', (header, locale) => {
    expect(whichLocale(undefined, header)).toBe(locale)
  })

  it('is one of the five for any cookie and any header', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (cookie, header) => {
        expect(locales).toContain(whichLocale(cookie, header))
      }),
    )
  })
})
