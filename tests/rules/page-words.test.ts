import { describe, expect, test } from 'vitest'
import type { Message } from '@/lib/delivery'
import { pushPayload } from '@/lib/delivery/push-sender'
import { locales } from '@/lib/i18n'
import { type BundledRun, compose, composeBundle, type MailData } from '@/lib/notifications'

const at = (text: string) => new Date(text)
const link = 'https://support.example/ack/x'
const page: MailData['escalation.page'] = {
  marketplace: 'Nova Market',
  reader: 'Marta',
  timeZone: 'Europe/Madrid',
  link,
  number: null,
  subject: 'Queue depth above 10000',
  partner: null,
  topic: null,
  source: 'alert',
  severity: 'P1',
  condition: null,
  since: at('2026-03-03T02:04:00Z'),
  now: at('2026-03-03T02:11:00Z'),
  quote: null,
  unanswered: false,
  nextAt: at('2026-03-03T02:15:00Z'),
}
const whole = (text: string) => expect(text).not.toMatch(/\{\w+[,}]|undefined|null|\[object|Invalid Date|NaN/)

describe('a page in a few words', () => {
  test.each(
    locales.flatMap((locale) =>
      (['hand', 'alert', 'heartbeat', 'breach', 'monitor'] as const).map((source) => [locale, source] as const),
    ),
  )('%s, %s: what, why and since when, with or without a request and a company', (locale, source) => {
    for (const about of [
      {},
      { partner: 'Casa Lumen' },
      { partner: 'Casa Lumen', number: 'NV-2041', topic: 'Orders API' },
      { unanswered: true },
    ]) {
      const composed = compose('escalation.page', locale, { ...page, source, ...about })
      whole(JSON.stringify(composed).replaceAll('null', ''))
      const { brief, subject, text } = composed
      expect(brief).toMatchObject({ title: subject, url: link, ackUrl: link, severity: 'P1' })
      expect(subject).toContain('P1')
      expect(subject).toContain(page.subject)
      expect(brief.text).toContain('3:04')
      expect(text).toContain(link)
    }
  })

  test('every other mail says itself in brief, and has nothing to take', () => {
    const { brief } = compose('token.magic_link', 'en', { ...page, expiresAt: page.now })
    expect(brief).toMatchObject({ ackUrl: null, severity: null, url: link })
  })
})

describe('a message that names several', () => {
  const run = (index: number): BundledRun => ({
    number: index % 3 === 0 ? null : `NV-${2041 + index}`,
    subject: `Orders stand still ${index} <b>`,
    partner: index % 2 === 0 ? 'Casa Lumen' : null,
    severity: index === 4 ? 'P0' : 'P1',
    since: page.since,
    link: `https://support.example/ack/${index}`,
  })

  test.each(locales)('%s: names each with its own link, the most severe first, one link for all', (locale) => {
    for (const count of [2, 5, 25]) {
      const runs = Array.from({ length: count }, (_, index) => run(index))
      const { marketplace, timeZone, now } = page
      const { subject, text, html, brief } = composeBundle(locale, { marketplace, timeZone, now, link, runs })
      whole(`${subject}${text}`)
      expect(subject).toContain(`${count}`)
      for (const one of runs) {
        expect(text).toContain(one.subject)
        expect(text).toContain(`${one.link}\n`)
        expect(html).toContain(`href="${one.link}"`)
      }
      expect(html).not.toContain('<b>')
      expect(brief).toMatchObject({ ackUrl: link, url: link, severity: count > 4 ? 'P0' : 'P1' })
      if (count > 4) expect(text.indexOf(run(4).subject)).toBeLessThan(text.indexOf(run(1).subject))
      expect(brief.text.split('\n')).toHaveLength(count)
    }
  })
})

test('what a push service is handed always fits it', () => {
  const brief = {
    title: '🚨'.repeat(300),
    text: 'Ж🚨'.repeat(2_000),
    url: `https://support.example/${'x'.repeat(200)}`,
    ackUrl: `https://support.example/ack/${'y'.repeat(46)}`,
    severity: 'P0' as const,
    labels: { open: 'Открыть', take: 'Беру на себя' },
  }
  const message = {
    id: '018f3c1e-6f0e-5b7a-9d55-0f7f5a1c2b3d',
    kind: 'escalation.page',
    locale: 'ru',
    brief,
  } as Message
  const payload = pushPayload(message)
  expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(3_993)
  expect(JSON.parse(payload)).toMatchObject({ ackUrl: brief.ackUrl, notification: { title: expect.any(String) } })
})
