import { beforeEach, describe, expect, test } from 'vitest'
import { GET, POST } from '@/app/ack/[token]/route'
import { acknowledge, ackToken, callPartner, openAlertRun } from '@/lib/escalation'
import { newId } from '@/lib/foundation/ids'
import { locales } from '@/lib/i18n'
import { asWorker } from '@/lib/tenancy'
import { CONDITIONS } from '@/lib/tickets'
import { AT_NIGHT, escalated, freshMarketplace, offsetTo, onCallNow, runRow } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld

beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(AT_NIGHT))
})

const at = (token: string) => ({ params: Promise.resolve({ token }) })

async function look(token: string, query = '') {
  const response = await GET(new Request(`http://localhost/ack/${token}${query}`), at(token))
  return { status: response.status, page: await response.text(), refresh: response.headers.get('refresh') }
}

async function press(token: string, form: Record<string, string>, query = '') {
  const body = new URLSearchParams(form).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': `${body.length}` }
  return POST(new Request(`http://localhost/ack/${token}${query}`, { method: 'POST', headers, body }), at(token))
}

const stateOf = async (escalationId: string) => (await runRow(database.owner, escalationId)).state
const speak = (membershipId: string, locale: string) =>
  database.owner.user.updateMany({ where: { memberships: { some: { id: membershipId } } }, data: { locale } })

describe('the page of a message that named several', () => {
  /** Four runs whose pages for the person on call left as one message; the token is that message's. */
  async function bundled() {
    const runs: { escalationId: string; number: string }[] = []
    for (const condition of CONDITIONS.slice(0, 2))
      for (const { owner } of nova.partners) runs.push(await escalated(database.owner, owner, nova, condition))
    const primary = await onCallNow(nova)
    const pages = await database.owner.delivery.findMany({
      where: { marketplaceId: nova.marketplaceId, recipientId: primary.membershipId, kind: 'escalation.page' },
      orderBy: { id: 'asc' },
    })
    const carrier = pages[0]?.id ?? ''
    await database.owner.delivery.updateMany({
      where: { id: { in: pages.map(({ id }) => id) } },
      data: { bundleId: carrier },
    })
    return { runs, primary, pages, token: ackToken(carrier) }
  }

  test('lists every run with its own button and one for all; a line takes that one and no other', async () => {
    const { runs, primary, token } = await bundled()
    const { page, refresh } = await look(token)
    expect(Buffer.byteLength(page)).toBeLessThan(14 * 1024)
    expect(page.match(/name="run"/g)).toHaveLength(4)
    for (const { number, escalationId } of runs) {
      expect(page).toContain(number)
      expect(page).toContain(`value="${escalationId}"`)
    }
    expect(page).toContain('I’m on all 4')
    expect(page).not.toMatch(/<script|javascript:|\son\w+=|src=|<link|style=/)
    expect(refresh).toBe('30')
    const [one, other] = runs
    expect((await press(token, { run: one?.escalationId ?? '' })).headers.get('location')).toBe(`/ack/${token}`)
    expect(await runRow(database.owner, one?.escalationId ?? '')).toMatchObject({
      state: 'ACKED',
      ackedById: primary.membershipId,
    })
    expect(await stateOf(other?.escalationId ?? '')).toBe('PAGING')
    expect((await look(token)).page).toContain('You have it')
  })

  test('all at once: each that nobody has is hers; what a colleague has stays his; a second tap is harmless', async () => {
    const { runs, primary, token } = await bundled()
    await acknowledge(nova.lead, { escalationId: runs[3]?.escalationId ?? '' })
    await press(token, { act: 'take' })
    await press(token, { act: 'take' })
    const rows = await Promise.all(runs.map(({ escalationId }) => runRow(database.owner, escalationId)))
    expect(rows.every(({ state }) => state === 'ACKED')).toBe(true)
    expect(rows.filter(({ ackedById }) => ackedById === primary.membershipId)).toHaveLength(3)
    const { page, refresh } = await look(token)
    expect(page).toContain('Leo Lead has it')
    expect(page).not.toContain('<button')
    expect(refresh).toBeNull()
  })

  test('with ?one it is the page of its own run; a member’s link shows only its own', async () => {
    const { runs, pages, token } = await bundled()
    const numberOf = (id: string | undefined) =>
      runs.find(({ escalationId }) => escalationId === pages.find((row) => row.id === id)?.subjectId)?.number ?? ''
    const own = await look(token, '?one')
    expect(own.page).toContain(numberOf(pages[0]?.id))
    expect(own.page).not.toContain('name="run"')
    const member = await look(ackToken(pages[1]?.id ?? ''))
    expect(member.page).toContain(numberOf(pages[1]?.id))
    expect(member.page).not.toContain('name="run"')
    const pressed = await press(token, { act: 'take' }, '?one')
    expect(pressed.headers.get('location')).toBe(`/ack/${token}?one`)
    const states = await Promise.all(runs.map(({ escalationId }) => stateOf(escalationId)))
    expect(states.filter((state) => state === 'ACKED')).toHaveLength(1)
  })

  test('a run that the message did not carry cannot be taken by it', async () => {
    const { token } = await bundled()
    const other = await freshMarketplace(database.owner)
    const foreign = await escalated(database.owner, other.partners[0].owner, other)
    await press(token, { run: foreign.escalationId })
    expect(await stateOf(foreign.escalationId)).toBe('PAGING')
  })
})

describe('a call to a partner', () => {
  async function called() {
    const casa = nova.partners[0]
    const outcome = await callPartner(nova.agent, {
      partnerId: casa.partnerId,
      severity: 'P0',
      title: 'Your feed sends empty prices',
      detail: 'Since 03:10 every price of the feed is 0.',
    })
    expect(outcome).toMatchObject({ ok: true })
    const run = await database.owner.escalation.findFirstOrThrow({
      where: { partnerId: casa.partnerId, direction: 'OUT' },
    })
    const page = await database.owner.delivery.findFirstOrThrow({ where: { subjectId: run.id } })
    return { run, page, token: ackToken(page.id) }
  }

  test.each(locales)('its contact reads and answers it in words of her own, in %s', async (locale) => {
    const { run, page, token } = await called()
    await speak(page.recipientId ?? '', locale)
    const { page: shown } = await look(token)
    const words = {
      en: 'We are on it',
      it: 'Ce ne occupiamo noi',
      es: 'Nos encargamos',
      ru: 'Мы занимаемся',
      'pt-BR': 'Estamos cuidando',
    }
    expect(shown).toContain(words[locale])
    expect(shown).toContain('Your feed sends empty prices')
    expect(shown).toContain('every price of the feed')
    expect(shown).toContain(`/calls/${run.id}`)
    expect(shown).not.toContain('value="pass"')
    expect(shown).not.toContain('/oncall/')
    await press(token, { act: 'take' })
    expect(await runRow(database.owner, run.id)).toMatchObject({ state: 'ACKED', ackedById: page.recipientId })
    const after = (await look(token)).page
    expect(after).not.toContain('value="take"')
    expect(after).toContain('role="status"')
  })
})

test('an alert without a request: what it is, why she is called, no partner and no number', async () => {
  const { marketplaceId } = nova
  const escalationId = await asWorker(marketplaceId, (tx, now) =>
    openAlertRun(tx, now, {
      marketplaceId,
      source: 'alert',
      sourceId: newId(),
      dedupKey: 'alert:key:fingerprint',
      title: 'Queue depth above 10000',
      detail: 'orders-worker on host shop-3 <b>',
      severity: 'P1',
      policyId: null,
    }),
  )
  const page = await database.owner.delivery.findFirstOrThrow({ where: { subjectId: escalationId } })
  const { page: shown } = await look(ackToken(page.id))
  expect(shown).toContain('Queue depth above 10000')
  expect(shown).toContain('orders-worker on host shop-3 &lt;b&gt;')
  expect(shown).toContain('Monitoring raised an alert')
  expect(shown).toContain('<span>P1</span>')
  expect(shown).not.toMatch(/null|undefined/)
})
