import { beforeEach, describe, expect, test } from 'vitest'
import { GET, POST } from '@/app/ack/[token]/route'
import { acknowledge, ackToken, passOn, readAckToken, resolveEscalation, runTimers } from '@/lib/escalation'
import { DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { locales } from '@/lib/i18n'
import {
  AT_NIGHT,
  AT_WORK,
  escalated,
  freshMarketplace,
  kindsOf,
  offsetTo,
  onCallNow,
  runRow,
} from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
let run: { escalationId: string; ticketId: string }

beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(AT_NIGHT))
  run = await escalated(database.owner, nova.partners[0].owner, nova)
})

/** The acknowledge token of the newest page that somebody was planned. */
async function tokenOf(membershipId: string, kind = 'escalation.page') {
  const page = await database.owner.delivery.findFirstOrThrow({
    where: { subjectId: run.escalationId, recipientId: membershipId, kind },
    orderBy: { createdAt: 'desc' },
  })
  return ackToken(page.id)
}

const at = (token: string) => ({ params: Promise.resolve({ token }) })

async function look(token: string, headers: Record<string, string> = {}) {
  const response = await GET(new Request(`http://localhost/ack/${token}`, { headers }), at(token))
  const page = await response.text()
  return { status: response.status, page, headers: response.headers }
}

async function press(token: string, form: Record<string, string>) {
  const body = new URLSearchParams(form).toString()
  const headers = {
    origin: 'null',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': `${body.length}`,
  }
  return POST(new Request(`http://localhost/ack/${token}`, { method: 'POST', headers, body }), at(token))
}

const placeIn = (page: string) => ({ act: 'pass', place: /name="place" value="([\d.]+)"/.exec(page)?.[1] ?? '' })

describe('the night page', () => {
  test('says what, who, since when and who is next, in at most 14 kB, without a script or a cookie', async () => {
    const primary = await onCallNow(nova)
    await database.shiftClock(offsetTo(AT_NIGHT) + 48_000)
    const { status, page, headers } = await look(await tokenOf(primary.membershipId))
    expect(status).toBe(200)
    expect(Buffer.byteLength(page)).toBeLessThan(14 * 1024)
    for (const words of [
      'Checkout returns 500',
      'Casa Lumen',
      'Urgent technical support',
      'I’m on it',
      'Can’t take it, pass on now',
    ])
      expect(page).toContain(words)
    expect(page).toMatch(/>4:1\d</)
    expect(page).not.toMatch(/<script|javascript:|\son\w+=|src=|<link/)
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'/,
    )
    expect(headers.get('refresh')).toBe('30')
  })

  test('looking changes nothing: mail scanners follow links', async () => {
    const token = await tokenOf((await onCallNow(nova)).membershipId)
    const before = await runRow(database.owner, run.escalationId)
    await Promise.all([look(token), look(token), look(token)])
    expect(await runRow(database.owner, run.escalationId)).toEqual(before)
  })

  test('one tap takes it, whatever the Origin; a second tap is harmless', async () => {
    const primary = await onCallNow(nova)
    const token = await tokenOf(primary.membershipId)
    const first = await press(token, { act: 'take' })
    expect([first.status, first.headers.get('location')]).toEqual([303, `/ack/${token}`])
    expect((await press(token, { act: 'take' })).status).toBe(303)
    expect(await runRow(database.owner, run.escalationId)).toMatchObject({
      state: 'ACKED',
      ackedById: primary.membershipId,
    })
    expect((await kindsOf(database.owner, run.escalationId)).filter((kind) => kind === 'acked')).toHaveLength(1)
    const { page } = await look(token)
    expect(page).toContain('You have it since')
    expect(page).not.toContain('value="take"')
    expect(page).toContain('value="pass"')
  })

  test('taken by a colleague: by whom and when; the late tap takes nothing away', async () => {
    const primary = await onCallNow(nova)
    const other = primary === nova.oncall ? nova.oncall2 : nova.oncall
    await acknowledge(other, run)
    const token = await tokenOf(primary.membershipId)
    expect((await press(token, { act: 'take' })).status).toBe(303)
    const { page } = await look(token)
    expect(page).toMatch(/(Marta|Nico) Oncall has it since/)
    expect(page).not.toContain('<form')
    expect(await runRow(database.owner, run.escalationId)).toMatchObject({ ackedById: other.membershipId })
  })

  test('passed on: the next person is paged now, a second tap on the same page passes nothing on twice', async () => {
    const primary = await onCallNow(nova)
    const other = primary === nova.oncall ? nova.oncall2 : nova.oncall
    const token = await tokenOf(primary.membershipId)
    const form = placeIn((await look(token)).page)
    await Promise.all([press(token, form), press(token, form)])
    expect(await runRow(database.owner, run.escalationId)).toMatchObject({ state: 'PAGING', step: 2, loop: 1 })
    const paged = await database.owner.delivery.findMany({ where: { subjectId: run.escalationId, step: 2 } })
    expect(paged.map(({ recipientId }) => recipientId)).toEqual([other.membershipId])
    const { page } = await look(token)
    expect(page).toContain('You passed it on at')
    expect(page).toContain('value="take"')
  })

  test('taken by a colleague meanwhile: "pass on" from the page before then leaves it hers (invariant 10)', async () => {
    const token = await tokenOf((await onCallNow(nova)).membershipId)
    const form = placeIn((await look(token)).page)
    await acknowledge(nova.lead, run)
    const { page } = await look(token)
    await press(token, form)
    expect(page).not.toContain('value="pass"')
    expect(await runRow(database.owner, run.escalationId)).toMatchObject({
      state: 'ACKED',
      ackedById: nova.lead.membershipId,
      epoch: 1,
    })
  })

  test('an old epoch’s link shows the present and still lets its person act', async () => {
    const primary = await onCallNow(nova)
    const other = primary === nova.oncall ? nova.oncall2 : nova.oncall
    const old = await tokenOf(primary.membershipId)
    await acknowledge(other, run)
    await passOn(other, run)
    expect((await runRow(database.owner, run.escalationId)).epoch).toBe(2)
    await press(old, { act: 'take' })
    expect(await runRow(database.owner, run.escalationId)).toMatchObject({
      state: 'ACKED',
      ackedById: primary.membershipId,
    })
  })

  test('closed: it shows how it ended for a day, then leads nowhere', async () => {
    const token = await tokenOf((await onCallNow(nova)).membershipId)
    await resolveEscalation(nova.lead, run)
    expect((await look(token)).page).toContain('Resolved at')
    await database.shiftClock(offsetTo(AT_NIGHT) + DAY + 60_000)
    const late = await look(token)
    expect(late.status).toBe(404)
    expect((await press(token, { act: 'take' })).status).toBe(404)
  })

  test('somebody who has left holds nothing; neither does a made-up token', async () => {
    const primary = await onCallNow(nova)
    const token = await tokenOf(primary.membershipId)
    await database.owner.membership.updateMany({
      where: { id: primary.membershipId },
      data: { disabledAt: new Date() },
    })
    expect((await look(token)).status).toBe(404)
    expect((await press(token, { act: 'take' })).status).toBe(404)
    const wrong = `${token.slice(0, 40)}${token.slice(40) === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA'}`
    for (const bad of [wrong, ackToken(newId()), 'x', `${token}A`, '%00']) expect((await look(bad)).status).toBe(404)
    expect((await look('x', { 'accept-language': 'it' })).page).toContain('Questo link non porta a nulla')
    expect(await runRow(database.owner, run.escalationId)).toMatchObject({ state: 'PAGING' })
  })

  test('nobody answered: everyone, again, and when', async () => {
    for (let minute = 6; minute < 40; minute += 6) {
      await database.shiftClock(offsetTo(AT_NIGHT) + minute * 60_000)
      await runTimers(nova.marketplaceId, [run.escalationId])
    }
    const { page } = await look(await tokenOf(nova.lead.membershipId))
    expect(page).toContain('Unanswered')
    expect(page).toContain('Everyone is paged again in')
  })

  test.each(locales)('speaks the engineer’s language: %s', async (locale) => {
    const primary = await onCallNow(nova)
    await database.owner.user.updateMany({ where: { id: primary.userId }, data: { locale } })
    const { page } = await look(await tokenOf(primary.membershipId))
    expect(page).toContain(`<html lang="${locale}">`)
    expect(page).toContain(
      { en: 'I’m on it', it: 'Ci penso io', es: 'Yo me encargo', ru: 'Беру на себя', 'pt-BR': 'Deixa comigo' }[locale],
    )
  })

  test('what the partner wrote is text, never markup', async () => {
    await database.owner.ticket.updateMany({
      where: { id: run.ticketId },
      data: { subject: '<img src=x onerror=alert(1)>"\'&' },
    })
    const { page } = await look(await tokenOf((await onCallNow(nova)).membershipId))
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;')
  })
})

describe('while it is assessed', () => {
  test('the link takes it: acknowledging is confirming', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    run = await escalated(database.owner, nova.partners[1].owner, nova)
    const token = await tokenOf(nova.agent.membershipId, 'escalation.assess')
    const { page } = await look(token)
    expect(page).toContain('Being assessed')
    expect(page).toContain('The engineer on call is paged in')
    await press(token, { act: 'take' })
    expect(await runRow(database.owner, run.escalationId)).toMatchObject({
      state: 'ACKED',
      ackedById: nova.agent.membershipId,
      assessedById: nova.agent.membershipId,
    })
  })
})

describe('an acknowledge token', () => {
  test('is its delivery’s id and nothing stored; every changed character breaks it', () => {
    const id = newId()
    const token = ackToken(id)
    expect(readAckToken(token)).toBe(id)
    expect(ackToken(id)).toBe(token)
    for (let place = 0; place < token.length - 1; place++) {
      const changed = token.slice(0, place) + (token[place] === 'A' ? 'B' : 'A') + token.slice(place + 1)
      expect(readAckToken(changed)).toBeNull()
    }
  })
})
