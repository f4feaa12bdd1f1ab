import { describe, expect, test } from 'vitest'
import { formatsFor } from '@/lib/i18n/format'
import { locales } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translator'
import { CONDITIONS, EVENT_KINDS, historyValues, type Person } from '@/lib/tickets/schema'
import { COMPLETED_REASONS } from '@/lib/tickets/states'

const somebody = (mine: boolean): Person => ({ id: 'm', name: 'Marta', side: 'staff', mine })

/** What happens without anybody doing it. */
const SYSTEM = new Set([
  'assessment_asked',
  'claim_confirmed',
  'oncall_paged',
  'oncall_unanswered',
  'escalation_resolved',
  'reminded',
  'auto_closed',
  'general_fault',
])

describe.each(locales)('words of requests in %s', (locale) => {
  const t = translatorFor(locale, 'tickets')
  const formats = formatsFor(locale, 'Europe/Rome')

  test('whatever may happen has a sentence, whoever did it', () => {
    for (const kind of EVENT_KINDS) {
      for (const author of [...(SYSTEM.has(kind) ? [null] : []), somebody(true), somebody(false)]) {
        for (const data of [{}, { personName: 'Nico', reason: 'x', nextWorkingAt: '2026-11-23T08:00:00Z' }]) {
          const sentence = t(`history.${kind}`, historyValues({ author, data }, formats))
          expect(sentence, kind).toMatch(/^\p{L}.{3,}$/u)
          expect(sentence, kind).not.toMatch(/[{}]/)
        }
      }
    }
    const values = historyValues({ author: somebody(false), data: { personName: 'Nico' } }, formats)
    expect(t('history.answered', values)).toContain('Marta')
    for (const kind of ['assigned', 'follower_added', 'follower_removed'] as const)
      expect(t(`history.${kind}`, values)).toContain('Nico')
    const more = historyValues({ author: somebody(false), data: { number: 'NV-2041', stars: 4 } }, formats)
    expect(t('history.follow_up_opened', more)).toContain('NV-2041')
    expect(t('history.rated', more)).toContain('4')
  })

  test('each reason has its word, and each condition its example', () => {
    const claim = translatorFor(locale, 'newRequest')
    for (const reason of COMPLETED_REASONS) expect(t(`completedReasons.${reason}`)).toBeTruthy()
    for (const condition of CONDITIONS) expect(claim(`claim.example.${condition}`).length).toBeGreaterThan(30)
    expect(claim('claim.example.orders_blocked')).toContain('HTTP 500')
  })
})
