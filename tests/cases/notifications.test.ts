import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/foundation/ids'
import { locales } from '@/lib/i18n'
import { inviteMember } from '@/lib/identity'
import { announceToken, compose, MAIL_KINDS, type MailData, tellAnswered } from '@/lib/notifications'
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
const ticket = { ...shared, number: 'NV-2041', subject: 'Checkout <b>500</b>' }
const urgent = {
  ...ticket,
  partner: 'Casa Lumen',
  topic: 'Orders API',
  severity: 'P0',
  condition: 'orders_blocked',
  since: at('2026-03-03T02:04:00Z'),
  now: at('2026-03-03T02:11:00Z'),
  quote: { text: 'Every order fails <script>alert(1)</script>', locale: 'it' },
} as const
const samples: MailData = {
  'ticket.opened': { ...ticket, promiseAt: at('2026-03-03T11:00:00Z'), urgent: false },
  'ticket.answered': { ...ticket, author: 'Ada', text: 'Try again & tell us.', textLocale: 'en' },
  'ticket.asked': { ...ticket, author: 'Ada', text: 'Which file?', textLocale: 'en' },
  'ticket.closed': { ...ticket, reason: 'Solved by the release of Monday.' },
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
      expect(html).not.toMatch(/<script|<b>500|<img|url\(|src=/)
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
    const fact = {
      marketplaceId: nova.marketplaceId,
      ticketId: newId(),
      partnerId: casa.partnerId,
      factId: newId(),
      messageId: newId(),
      recipientIds: [casa.owner.membershipId, casa.technical.membershipId],
    }
    for (const _ of [1, 2]) await asStaff(nova.agent, (tx, now) => tellAnswered(tx, now, fact))
    expect(await database.owner.delivery.findMany({ where: { subjectId: fact.ticketId } })).toMatchObject([
      { recipientId: casa.owner.membershipId },
    ])
  })

  test('a partner cannot plan mail in another partner’s name', async () => {
    const [casa, sever] = nova.partners
    const fact = {
      marketplaceId: nova.marketplaceId,
      ticketId: newId(),
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
