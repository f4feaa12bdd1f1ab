import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchTopics } from '@/lib/catalog/schema'
import { type Locale, locales } from '@/lib/i18n/locales'
import { missedPhrases, phrasesOf, seededTree } from '@/tests/builders/topic-phrases'

const first = (locale: Locale, query: string) => searchTopics(seededTree(locale), query, locale)[0]?.topic.key

describe('finding a topic by what sellers type (003-07)', () => {
  test.each(locales)('%s: the right topic is among the first three for nine phrases in ten', (locale) => {
    const phrases = phrasesOf(locale)
    expect(phrases.length).toBeGreaterThanOrEqual(40)
    expect(new Set(phrases.map(({ topic }) => topic)).size).toBeGreaterThan(30)
    const missed = missedPhrases(searchTopics, locale, 3)
    expect(1 - missed.length / phrases.length, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(0.9)
  })

  test.each<[string, Locale, string, string]>([
    ['accents left out', 'es', 'contrasena', 'portal-login'],
    ['another case', 'ru', 'ВЫПЛАТА', 'finance-payout'],
    ['another ending', 'ru', 'рекомендаций', 'card-recommendations'],
    ['another ending', 'it', 'recensioni', 'card-reviews'],
    ['a letter too few', 'en', 'recomendation', 'card-recommendations'],
    ['a letter too many', 'it', 'etichettta', 'delivery-label'],
    ['two letters turned round', 'en', 'inovice', 'finance-invoice'],
    ['another letter', 'pt-BR', 'etiqueda', 'delivery-label'],
    ['a word still being typed', 'ru', 'рекоменд', 'card-recommendations'],
    ['three letters of it', 'en', 'tra', 'delivery-tracking'],
    ['a word of another language', 'ru', 'payout', 'finance-payout'],
    ['a word of another alphabet', 'it', 'пароль', 'portal-login'],
    ['a number', 'es', '401', 'integration-credentials'],
    ['words of asking around it', 'en', 'how do I do this with the commission', 'finance-commission'],
  ])('%s: %s %j finds %s', (_what, locale, query, key) => {
    expect(first(locale, query)).toBe(key)
  })

  test('a slip is forgiven in longer words alone', () => {
    expect(searchTopics(seededTree('en'), 'bul', 'en').length).toBeGreaterThan(0)
    expect(searchTopics(seededTree('en'), 'vxt', 'en')).toEqual([])
  })

  test('a word that nobody knows is passed over; nothing known finds nothing', () => {
    expect(first('en', 'refund qwertzuiop')).toBe('selling-returns')
    for (const query of ['', '   ', '\u200b', 'qwertzuiop', '(.*)+$[']) {
      expect(searchTopics(seededTree('en'), query, 'en'), query).toEqual([])
    }
  })

  test('whatever is typed, topics come once each, and the same every time', () => {
    const branches = seededTree('pt-BR')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (query) => {
        const found = searchTopics(branches, query, 'pt-BR').map(({ topic }) => topic.id)
        expect(new Set(found).size).toBe(found.length)
        expect(searchTopics(branches, query, 'pt-BR').map(({ topic }) => topic.id)).toEqual(found)
      }),
    )
  })
})
