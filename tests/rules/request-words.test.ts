import { describe, expect, test } from 'vitest'
import { locales } from '@/lib/i18n'
import { translatorFor } from '@/lib/i18n/translator'
import { TICKET_STATES } from '@/lib/tickets/schema'

describe.each(locales)('what a request says of itself in %s', (locale) => {
  const t = translatorFor(locale, 'requests')

  test('003-26: why a rating matters: who reads it, and that something is changed by it', () => {
    expect(t('rate.why').split(/[.!?。]\s/).length).toBeGreaterThanOrEqual(2)
    expect(t('rate.why')).not.toBe(t('rate.title'))
  })

  test('003-29: when to start a new one instead of going on', () => {
    expect(t('rule').length).toBeGreaterThan(60)
  })

  test('003-30: what each status means, each in words of its own', () => {
    const words = TICKET_STATES.map((state) => t(`legend.${state}`))
    expect(new Set(words).size).toBe(TICKET_STATES.length)
    expect(new Set(TICKET_STATES.map((state) => t(`state.${state}`))).size).toBe(TICKET_STATES.length)
  })
})
