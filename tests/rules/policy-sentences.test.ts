import { describe, expect, test } from 'vitest'
import { type PolicyDefinition, policyDefinition, savePolicyInput } from '@/lib/escalation/policy-form'
import { daysOf, lengthOf, type PolicyNames, policySentences } from '@/lib/escalation/policy-sentences'
import { type Locale, locales } from '@/lib/i18n'

const uuid = (n: number) => `01900000-0000-7000-8000-00000000000${n}`
const [primary, marta, noc, office] = [uuid(1), uuid(2), uuid(3), uuid(4)] as [string, string, string, string]

const names: PolicyNames = {
  person: (id) => (id === marta ? 'Marta' : null),
  schedule: (id) => (id === primary ? 'Primary' : null),
  endpoint: (id) => (id === noc ? { name: 'NOC', disabled: false } : null),
  calendar: (id) => (id === office ? 'Office hours' : null),
}

const policy: PolicyDefinition = {
  name: 'Platform',
  steps: [
    { delaySeconds: 300, targets: [{ kind: 'schedule', scheduleId: primary }] },
    { delaySeconds: 600, targets: [{ kind: 'leads' }, { kind: 'webhook', endpointId: noc }] },
  ],
  repeat: 2,
  ackExpirySeconds: 1800,
  assessTimeoutSeconds: 900,
  catchAllEverySeconds: 600,
  catchAll: [],
  paging: {
    window: {
      timeZone: 'Europe/Rome',
      spans: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
      calendarId: office,
    },
    hold: ['P1', 'P2'],
    holdUntilSomeoneIsOn: true,
  },
}
const IN = { direction: 'IN', severity: null } as const
const told = (locale: Locale, changed: Partial<PolicyDefinition> = {}) =>
  policySentences(locale, { ...policy, ...changed }, IN, names, null)

describe('a policy is read as sentences in the reader’s language', () => {
  test('in English', () => {
    expect(told('en')).toEqual([
      'While support is open, the topic’s team and whoever is on call are asked to assess it first; without a decision within 15 minutes it pages.',
      'At once: whoever is on call in Primary, by their own rules.',
      'If nobody takes it within 5 minutes: the leads and webhook NOC.',
      'The whole ladder twice.',
      'Then, 10 minutes after the last step: the leads and whoever is on call in the default schedule, every 10 minutes until somebody takes it.',
      'Whoever takes it and does not touch it for 30 minutes loses it again: the ladder starts anew.',
      'Outside Mon–Fri 09:00–18:00 (Rome) P1 and P2 wait until it opens; P0 always pages.',
      'Holidays of “Office hours” count as closed.',
      'While nobody is on call, P1 and P2 wait until somebody is.',
    ])
  })

  test.each([
    [
      'it',
      'Se nessuno la prende in carico entro 5 minuti: i responsabili e webhook NOC.',
      'Fuori da lun–ven 09:00–18:00 (Rome) P1 e P2 aspettano l’apertura; P0 chiama sempre.',
    ],
    [
      'es',
      'Si nadie la toma en 5 minutos: los responsables y webhook NOC.',
      'Fuera de lun–vie 09:00–18:00 (Rome), P1 y P2 esperan a la apertura; P0 avisa siempre.',
    ],
    [
      'ru',
      'Если за 5 минут никто не взял: руководители и вебхук «NOC».',
      'Вне пн–пт 09:00–18:00 (Rome) P1 и P2 ждут начала; P0 вызывает всегда.',
    ],
    [
      'pt-BR',
      'Se ninguém assumir em 5 minutos: a liderança e webhook NOC.',
      'Fora de seg–sex 09:00–18:00 (Rome), P1 e P2 esperam a abertura; P0 chama sempre.',
    ],
  ] as const)('in %s', (locale, step, window) => {
    expect(told(locale)).toEqual(expect.arrayContaining([step, window]))
  })

  test('000-15, 000-16: of a policy that calls a partner, by when it is expected to answer', () => {
    const steps: PolicyDefinition['steps'] = [
      { delaySeconds: 1800, targets: [{ kind: 'partner_contacts', minSeverity: 'P0' }] },
      { delaySeconds: 1800, targets: [{ kind: 'partner_contacts' }] },
      { delaySeconds: 3600, targets: [{ kind: 'consultant' }, { kind: 'user', membershipId: marta }] },
    ]
    const out = policySentences(
      'en',
      { ...policy, steps, paging: {} },
      { direction: 'OUT', severity: 'P0' },
      names,
      3600,
    )
    expect(out[0]).toBe('At once: the partner’s technical contacts (from P0 up), by their own rules.')
    expect(out).toContain('If nobody takes it within 30 minutes: the partner’s consultant and Marta.')
    expect(out).toContain(
      'The partner is expected to take it within 1 hour; what goes to its contacts later is a reminder.',
    )
  })

  test.each(locales)('whatever a policy says has a sentence in %s, and what it says differently another', (locale) => {
    const variants: Partial<PolicyDefinition>[] = [
      {},
      { steps: [] },
      { repeat: 1 },
      { repeat: 5 },
      { ackExpirySeconds: null },
      { assessTimeoutSeconds: 60 },
      { catchAllEverySeconds: 1200 },
      { catchAll: [{ kind: 'user', membershipId: marta }] },
      { paging: {} },
      { paging: { ...policy.paging, hold: ['P2'] } },
      { paging: { ...policy.paging, hold: ['P0', 'P1', 'P2'] } },
      { steps: policy.steps.map((step) => ({ ...step, delaySeconds: 0 })) },
      { steps: [{ delaySeconds: 60, targets: [{ kind: 'user', membershipId: uuid(9) }, { kind: 'consultant' }] }] },
    ]
    const all = variants.map((variant) => told(locale, variant).join('\n'))
    expect(new Set(all).size).toBe(all.length)
    for (const text of all) expect(text).not.toMatch(/[{}]|undefined|null/)
  })

  test('lengths are exact, and in Russian stand after a preposition', () => {
    expect([60, 90, 3600, 5400, 86_400, 604_800].map((one) => lengthOf('en', one))).toEqual([
      '1 minute',
      '90 seconds',
      '1 hour',
      '90 minutes',
      '1 day',
      '1 week',
    ])
    expect([60, 120, 300, 604_800, 5 * 3600].map((one) => lengthOf('ru', one))).toEqual([
      '1 минуту',
      '2 минуты',
      '5 минут',
      '1 неделю',
      '5 часов',
    ])
    expect([lengthOf('en', 604_800, 'every'), lengthOf('ru', 3600, 'every')]).toEqual(['week', 'час'])
    expect(daysOf('en', [7, 1, 2, 3])).toBe('Mon–Wed, Sun')
    expect(daysOf('ru', [6, 7])).toBe('сб, вс')
  })
})

describe('what the form of a policy may send', () => {
  test('what is no JSON, names an unknown thing or holds nothing is refused, not thrown', () => {
    const input = { version: '1', direction: 'IN', definition: JSON.stringify(policy) }
    expect(savePolicyInput.safeParse(input).success).toBe(true)
    for (const definition of ['{', '[]', JSON.stringify({ ...policy, owner: 1 })])
      expect(savePolicyInput.safeParse({ ...input, definition }).success).toBe(false)
    const wrong: Partial<PolicyDefinition>[] = [
      { steps: [{ delaySeconds: 300, targets: [] }] },
      { repeat: 0 },
      { catchAllEverySeconds: 0 },
      { paging: { window: policy.paging.window } },
      { name: ' ' },
    ]
    for (const one of wrong) expect(policyDefinition.safeParse({ ...policy, ...one }).success).toBe(false)
  })
})
