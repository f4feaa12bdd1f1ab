import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/foundation/ids'
import { locales } from '@/lib/i18n'
import { inviteMember } from '@/lib/identity'
import {
  announceToken,
  compose,
  MAIL_KINDS,
  type MailData,
  PARTNER_NOTICES,
  STAFF_NOTICES,
  tellAnswered,
} from '@/lib/notifications'
import { asPartner, asStaff } from '@/lib/tenancy'
import { opened } from '@/tests/builders/tickets'
import { freshMarketplace } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
beforeAll(async () => {
  nova = await freshMarketplace(database.owner)
})

const at = (text: string) => new Date(text)
const shared = {
  marketplace: 'Nova Market',
  reader: 'Inés',
  timeZone: 'Europe/Madrid',
  link: 'https://support.example/nova/x',
}
const settingsLink = 'https://support.example/nova/me#mails'
const ticket = { ...shared, number: 'NV-2041', subject: 'Checkout <b>500</b>', settingsLink }
const toStaff = { ...ticket, partner: 'Casa Lumen' }
const urgent = {
  ...ticket,
  partner: 'Casa Lumen',
  topic: 'Orders API',
  source: 'claim',
  severity: 'P0',
  condition: 'orders_blocked',
  since: at('2026-03-03T02:04:00Z'),
  now: at('2026-03-03T02:11:00Z'),
  quote: { text: 'Every order fails <script>alert(1)</script>', locale: 'it' },
} as const
const called = {
  ...shared,
  openLink: 'https://support.example/nova/calls/x',
  title: 'Feed answers <b>500</b>',
  detail: 'Since 10:52 <script>alert(1)</script>',
  severity: 'P0',
  since: at('2026-03-03T02:04:00Z'),
  deadlineAt: at('2026-03-03T03:04:00Z'),
  now: at('2026-03-03T02:11:00Z'),
  company: 'Casa Lumen',
  number: null,
} as const
const pause = { ...shared, company: 'Casa Lumen', until: at('2026-03-03T18:00:00Z'), reason: 'New <b>server</b>' }
const covered = {
  ...shared,
  schedule: 'Platform <b>on call</b>',
  requestedBy: 'Marta',
  from: at('2026-03-03T11:00:00Z'),
  to: at('2026-03-03T19:00:00Z'),
}
const samples: MailData = {
  'ticket.opened': { ...ticket, promiseAt: at('2026-03-03T11:00:00Z'), urgent: false },
  'ticket.answered': { ...ticket, author: 'Ada', text: 'Try again & tell us.', textLocale: 'en' },
  'ticket.asked': { ...ticket, author: 'Ada', text: 'Which file?', textLocale: 'en' },
  'ticket.closed': { ...ticket, reason: 'Solved by the release of Monday.' },
  'ticket.reminder': { ...ticket, closesAt: at('2026-03-08T11:00:00Z'), asked: false },
  'ticket.auto_closed': ticket,
  'ticket.following': { ...ticket, addedBy: 'Ola' },
  'ticket.view_link': ticket,
  'agent.replied': { ...toStaff, author: 'Inés', text: '', textLocale: 'es', verdict: 'does_not', files: 2 },
  'agent.assigned': { ...toStaff, by: 'Leo' },
  'agent.rated': { ...toStaff, stars: 4, comment: 'Quick.' },
  'agent.answer_kept': { ...toStaff, text: 'My answer <img src=x>' },
  digest: {
    ...shared,
    settingsLink,
    more: 2,
    about: [
      {
        number: 'NV-2041',
        subject: 'Checkout <b>500</b>',
        locale: 'es',
        link: 'https://support.example/nova/view/y',
        notices: [
          { kind: 'ticket.answered', data: {}, at: at('2026-03-03T10:00:00Z') },
          { kind: 'ticket.reminder', data: { closesAt: '2026-03-08T11:00:00.000Z' }, at: at('2026-03-03T11:00:00Z') },
        ],
      },
    ],
  },
  'claim.decided': {
    ...ticket,
    confirmed: false,
    reason: 'One listing only.',
    nextWorkingAt: at('2026-03-09T08:00:00Z'),
  },
  'token.magic_link': { ...shared, expiresAt: at('2026-03-03T02:30:00Z') },
  'token.invitation': { ...shared, expiresAt: at('2026-03-10T02:30:00Z'), company: 'Casa Lumen' },
  'token.password_reset': { ...shared, expiresAt: at('2026-03-03T03:30:00Z') },
  'escalation.page': { ...urgent, unanswered: false, nextAt: at('2026-03-03T02:15:00Z') },
  'escalation.assess': { ...urgent, takeLink: 'https://support.example/ack/y', decideBy: at('2026-03-03T02:19:00Z') },
  'escalation.repeat': { ...ticket, partner: 'Casa Lumen', repeats: 3 },
  'escalation.call': called,
  'escalation.call_unanswered': { ...called, now: at('2026-03-03T03:30:00Z') },
  'call.changed': {
    ...called,
    number: 'NV-2041',
    what: 'noted',
    by: 'Inés',
    text: 'The disk was full <img src=x>',
    textLocale: 'es',
  },
  'webhook.test': { ...shared, endpoint: 'NOC <b>1</b>', by: 'Leo' },
  'pause.reminder': pause,
  'pause.ended': pause,
  'promise.warning': { ...toStaff, promise: 'first_answer', dueAt: at('2026-03-03T11:00:00Z'), yours: true },
  'promise.breach': { ...toStaff, promise: 'resolution', dueAt: at('2026-03-03T11:00:00Z'), agent: null },
  'oncall.cover_asked': { ...covered, note: 'Dentist', personally: true },
  'oncall.cover_taken': { ...covered, by: 'Nico' },
  'oncall.cover_withdrawn': covered,
  'oncall.gap': { ...shared, schedule: 'Platform', from: at('2026-03-03T11:00:00Z'), to: null },
  'oncall.unreachable': { ...shared, schedule: 'Platform', name: null, from: at('2026-03-03T11:00:00Z'), to: null },
  'contact.code': { ...shared, code: '012345', expiresAt: at('2026-03-03T11:00:00Z') },
  'contact.test': shared,
}

describe('mails', () => {
  test.each(MAIL_KINDS.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))(
    '%s in %s: one line of subject, the same in text and HTML, nobody’s markup',
    (kind, locale) => {
      const { subject, text, html } = compose(kind, locale, samples[kind])
      expect(subject).toMatch(/^[^\r\n]{8,180}$/)
      expect(text).toContain(shared.link)
      expect(html).toContain(`href="${shared.link}"`)
      expect(html).toContain(`<html lang="${locale}">`)
      expect(html.replaceAll('src=x', '')).not.toMatch(/<script|<b>500|<img|url\(|src=/)
      expect(`${subject}${text}${html}`).not.toMatch(/\{\w+[,}]|undefined|\[object|Invalid Date|NaN/)
      expect(Buffer.byteLength(html)).toBeLessThan(20_000)
    },
  )

  test('times are the reader’s', () => {
    expect(compose('ticket.opened', 'en', samples['ticket.opened']).text).toContain('Tue 3 Mar, 12:00')
    const samara = { ...samples['ticket.opened'], timeZone: 'Europe/Samara' }
    expect(compose('ticket.opened', 'ru', samara).text).toMatch(/вт, 3 мар\.?, 15:00/)
  })

  test('Russian counts repeats with the right word', () => {
    const words = [1, 2, 5, 21].map(
      (repeats) =>
        /ещё (\d+ \S+?),/.exec(
          compose('escalation.repeat', 'ru', { ...samples['escalation.repeat'], repeats }).text,
        )?.[1],
    )
    expect(words).toEqual(['1 раз', '2 раза', '5 раз', '21 раз'])
  })

  test.each([...PARTNER_NOTICES, ...STAFF_NOTICES])(
    '%s: one subject for all mails of a request, and where to choose',
    (kind) => {
      const mails = locales.map((locale) => compose(kind, locale, samples[kind]))
      expect(new Set(mails.map(({ subject }) => subject))).toEqual(new Set(['[NV-2041] Checkout <b>500</b>']))
      for (const { text, html } of mails) {
        expect(text).toContain(settingsLink)
        expect(html).toContain(`href="${settingsLink}"`)
      }
    },
  )

  test('003-25 the reminder says when the request closes by itself, and asks for what is missing', () => {
    const { text } = compose('ticket.reminder', 'en', samples['ticket.reminder'])
    expect(text).toContain('closes by itself on Sun 8 Mar, 12:00, your time')
    expect(text).toContain('Rate or go on')
    const asked = compose('ticket.reminder', 'ru', { ...samples['ticket.reminder'], asked: true }).text
    expect(asked).toContain('Мы всё ещё ждём вашего ответа')
    expect(asked).toMatch(/вс, 8 мар\.?, 12:00/)
  })

  test('a digest tells request by request what happened when', () => {
    const { subject, text } = compose('digest', 'en', samples.digest)
    expect(subject).toBe('Nova Market: news on 3 requests')
    expect(text).toContain(
      'NV-2041  Checkout <b>500</b>\n- Answer received · Tue 3 Mar, 11:00\n- Closes by itself on Sun 8 Mar, 12:00 unless you go on · Tue 3 Mar, 12:00\nhttps://support.example/nova/view/y',
    )
    expect(text).toContain('2 more requests are in your notices.')
    const counted = [1, 2, 5, 21].map(
      (count) => compose('digest', 'ru', { ...samples.digest, more: count - 1 }).subject,
    )
    expect(counted.map((line) => line.split('новости по ')[1])).toEqual([
      '1 обращению',
      '2 обращениям',
      '5 обращениям',
      '21 обращению',
    ])
  })

  test('a page says what, who, since when, and has one big button', () => {
    const { subject, text } = compose('escalation.page', 'en', samples['escalation.page'])
    expect(subject).toBe('P0 NV-2041 Casa Lumen: Checkout <b>500</b>')
    expect(text).toContain('Since: Tue 3 Mar, 03:04 (7 min)')
    expect(text).toContain('Without an answer it goes to the next person at 03:15.')
    expect(text.match(/https:\/\/support\.example\/nova\/x/g)).toHaveLength(2)
  })
})

describe('who is told', () => {
  test('the opener, in her language, with a delivery that belongs to her company', async () => {
    const casa = nova.partners[0]
    const { ticketId } = await opened(casa.member, nova.topicId)
    expect(await database.owner.delivery.findMany({ where: { subjectId: ticketId } })).toMatchObject([
      {
        kind: 'ticket.opened',
        recipientId: casa.member.membershipId,
        partnerId: casa.partnerId,
        locale: 'es',
        status: 'PENDING',
        priority: 2,
      },
    ])
  })

  test('telling the same fact twice is telling it once; who has left is not told', async () => {
    const casa = nova.partners[0]
    await database.owner.membership.updateMany({
      where: { id: casa.technical.membershipId },
      data: { disabledAt: at('2026-02-01T00:00:00Z') },
    })
    const { ticketId } = await opened(casa.member, nova.topicId, { subject: 'Told twice' })
    const fact = {
      marketplaceId: nova.marketplaceId,
      ticketId,
      partnerId: casa.partnerId,
      factId: newId(),
      messageId: newId(),
      recipientIds: [casa.owner.membershipId, casa.technical.membershipId],
    }
    for (const _ of [1, 2]) await asStaff(nova.agent, (tx, now) => tellAnswered(tx, now, fact))
    const kind = 'ticket.answered'
    const told = [{ recipientId: casa.owner.membershipId }]
    expect(await database.owner.delivery.findMany({ where: { subjectId: ticketId, kind } })).toMatchObject(told)
    expect(await database.owner.notice.findMany({ where: { ticketId, kind } })).toMatchObject([
      { membershipId: casa.owner.membershipId, audience: 'partner', readAt: null, forDigest: false },
    ])
  })

  test('a partner cannot plan mail in another partner’s name', async () => {
    const [casa, sever] = nova.partners
    const { ticketId } = await opened(sever.member, nova.topicId)
    const fact = {
      marketplaceId: nova.marketplaceId,
      ticketId,
      partnerId: sever.partnerId,
      factId: newId(),
      messageId: newId(),
      recipientIds: [casa.owner.membershipId],
    }
    await expect(asPartner(casa.owner, (tx, now) => tellAnswered(tx, now, fact))).rejects.toThrow()
  })

  test('an invitation carries its row’s id and no secret', async () => {
    const invited = await inviteMember(
      nova.admin,
      { email: 'new.person@nova.example', name: 'New Person', role: 'agent', partnerId: null },
      announceToken,
    )
    if (!invited.ok) throw new Error(invited.why)
    const [delivery] = await database.owner.delivery.findMany({
      where: { kind: 'token.invitation', marketplaceId: nova.marketplaceId },
    })
    const token = await database.owner.signInToken.findFirstOrThrow({
      where: { membershipId: invited.value.membershipId },
    })
    expect(delivery).toMatchObject({
      subjectId: token.id,
      address: 'new.person@nova.example',
      payload: { factId: token.id },
    })
  })
})
