import { beforeEach, describe, expect, test } from 'vitest'
import {
  acknowledge,
  acknowledgeBundle,
  acknowledgeBundled,
  ackToken,
  actorBehind,
  bundleBehind,
  callPartner,
  nightPage,
  openAlertRun,
  resolveEscalation,
} from '@/lib/escalation'
import { HOUR } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { asWorker } from '@/lib/tenancy'
import { AT_NIGHT, escalated, freshMarketplace, offsetTo, onCallNow, runRow } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld

beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(AT_NIGHT))
})

const alerted = (name: string, severity: 'P0' | 'P1') =>
  asWorker(nova.marketplaceId, (tx, now) =>
    openAlertRun(tx, now, {
      marketplaceId: nova.marketplaceId,
      source: 'alert',
      sourceId: newId(),
      dedupKey: `alert:key:${name}`,
      title: name,
      detail: 'Found by the probe.',
      severity,
      policyId: null,
    }),
  )

async function pageOf(subjectId: string) {
  return database.owner.delivery.findFirstOrThrow({ where: { subjectId }, orderBy: { createdAt: 'asc' } })
}

describe('several pages of one person in one message', () => {
  /** A claim and two alerts at night: one person on call, one message that carries all three. */
  async function bundled() {
    const { escalationId } = await escalated(database.owner, nova.partners[0].owner, nova)
    const runs = [escalationId, await alerted('Disk is full', 'P1'), await alerted('Nothing answers', 'P0')]
    const pages = await Promise.all(runs.map(pageOf))
    const carrier = pages[1]?.id as string
    const ids = pages.map(({ id }) => id)
    await database.owner.delivery.updateMany({ where: { id: { in: ids } }, data: { bundleId: carrier } })
    return { runs, token: ackToken(carrier), ids }
  }

  test('its link names every run, most urgent first, each with what can be done', async () => {
    const { runs, token } = await bundled()
    const me = await onCallNow(nova)
    const bundle = await bundleBehind(token)
    expect(bundle?.actor.membershipId).toBe(me.membershipId)
    expect(bundle?.runs.map(({ subject, severity, canTake }) => [subject, severity, canTake])).toEqual([
      ['Checkout returns 500', 'P0', true],
      ['Nothing answers', 'P0', true],
      ['Disk is full', 'P1', true],
    ])
    expect((await actorBehind(token))?.escalationId).toBe(runs[1])
  })

  test('one tap takes all that nobody has; what a colleague has stays hers; a second tap takes nothing', async () => {
    const { runs, token } = await bundled()
    const me = await onCallNow(nova)
    const colleague = me === nova.oncall ? nova.oncall2 : nova.oncall
    await acknowledge(colleague, { escalationId: runs[0] as string })
    expect(await acknowledgeBundle(token)).toBe(2)
    expect(await acknowledgeBundle(token)).toBe(0)
    const owners = await Promise.all(runs.map(async (id) => (await runRow(database.owner, id)).ackedById))
    expect(owners).toEqual([colleague.membershipId, me.membershipId, me.membershipId])
    expect((await bundleBehind(token))?.runs.map(({ mine }) => mine)).toEqual([false, true, true])
  })

  test('a line takes its own run only, and no run that the message did not carry', async () => {
    const { runs, token } = await bundled()
    const other = await alerted('Something else', 'P1')
    expect(await acknowledgeBundled(token, runs[2] as string)).toBe(1)
    expect(await acknowledgeBundled(token, other)).toBeNull()
    const states = await Promise.all([...runs, other].map(async (id) => (await runRow(database.owner, id)).state))
    expect(states).toEqual(['PAGING', 'PAGING', 'ACKED', 'PAGING'])
  })

  test('the link of one that was carried leads to its own run alone', async () => {
    const { runs, ids } = await bundled()
    const bundle = await bundleBehind(ackToken(ids[0] as string))
    expect(bundle?.runs.map(({ escalationId }) => escalationId)).toEqual([runs[0]])
  })
})

describe('the night page of what is no claim', () => {
  test('an alert: what it is called and what is said of it, without a company or a ticket', async () => {
    const id = await alerted('Disk is full', 'P1')
    const page = await nightPage(ackToken((await pageOf(id)).id))
    expect(page).toMatchObject({ source: 'alert', number: null, partner: null, topic: null, subject: 'Disk is full' })
    expect(page?.quote).toEqual({ text: 'Found by the probe.', locale: '' })
    expect(page?.allowed).toEqual({ take: true, pass: true })
    expect(page?.deskPath).toBe(`/${nova.slug}/oncall/escalation/${id}`)
  })

  test('a called partner’s contact takes it from her link, and is told nothing of who comes next (000-16)', async () => {
    const casa = nova.partners[0]
    const call = await callPartner(nova.agent, {
      partnerId: casa.partnerId,
      severity: 'P0',
      title: 'Orders are not confirmed',
      detail: 'Since 03:04 no order was accepted.',
    })
    const escalationId = call.ok ? call.value.escalationId : ''
    const token = ackToken((await pageOf(escalationId)).id)
    const page = await nightPage(token)
    expect(page).toMatchObject({ direction: 'OUT', partner: 'Casa Lumen', allowed: { take: true, pass: false } })
    expect((page?.deadlineAt?.getTime() ?? 0) - (page?.since.getTime() ?? 0)).toBe(HOUR)
    expect(page?.next).toMatchObject({ move: 'pages_next', people: [] })
    expect(page?.deskPath).toBe(`/${nova.slug}/calls/${escalationId}`)
    expect(await acknowledgeBundle(token)).toBe(1)
    expect(await runRow(database.owner, escalationId)).toMatchObject({ ackedById: casa.owner.membershipId })
    expect((await nightPage(token))?.mine).toBe(true)
    await resolveEscalation(nova.agent, { escalationId })
    expect((await nightPage(token))?.state).toBe('RESOLVED')
  })

  test('a contact who has left holds nothing', async () => {
    const casa = nova.partners[0]
    const call = await callPartner(nova.agent, {
      partnerId: casa.partnerId,
      severity: 'P1',
      title: 'Feed is stale',
      detail: 'No file today.',
    })
    const token = ackToken((await pageOf(call.ok ? call.value.escalationId : '')).id)
    const who = { id: casa.owner.membershipId }
    await database.owner.membership.updateMany({ where: who, data: { disabledAt: AT_NIGHT } })
    expect(await nightPage(token)).toBeNull()
    expect(await bundleBehind(token)).toBeNull()
    expect(await acknowledgeBundle(token)).toBeNull()
  })
})
