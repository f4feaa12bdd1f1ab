import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  alertsPage,
  archiveHeartbeat,
  considerAlert,
  considerHeartbeat,
  createAlertKey,
  createHeartbeat,
  pauseHeartbeat,
  receiveAlerts,
  receiveHeartbeat,
  renewHeartbeat,
  resumeHeartbeat,
  revokeAlertKey,
  rotateAlertKey,
} from '@/lib/alerts'
import type { KeyKind } from '@/lib/alerts/schema'
import { resolveEscalation } from '@/lib/escalation'
import { HOUR, MINUTE } from '@/lib/foundation/clock'
import { AT_NIGHT, foldFaults, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
let other: MarketplaceWorld

beforeAll(async () => {
  other = await freshMarketplace(database.owner)
})
beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(AT_NIGHT))
})

async function key(kind: KeyKind = 'generic') {
  const made = await createAlertKey(nova.admin, { name: 'Monitor', kind, severity: 'P1', policyId: null })
  if (!made.ok) throw new Error(made.why)
  return made.value
}
const report = (secret: string, body: unknown, place = nova) =>
  receiveAlerts({ marketplaceId: place.marketplaceId, secret, place: '192.0.2.7', body })
const alerts = () => database.owner.alert.findMany({ where: { marketplaceId: nova.marketplaceId } })
const runs = () =>
  database.owner.escalation.findMany({ where: { marketplaceId: nova.marketplaceId }, orderBy: { openedAt: 'asc' } })
async function considered() {
  for (const { id, consideredAt } of await alerts()) if (!consideredAt) await considerAlert(nova.marketplaceId, id)
}

describe('an alert', () => {
  test('opens one run without a ticket and pages whoever is on call; reported again it is the same run', async () => {
    const { secret } = await key()
    expect(await report(secret, { title: 'The queue grows', severity: 'critical' })).toMatchObject({ ok: true })
    await considered()
    await report(secret, { title: 'The queue grows' })
    await considered()
    const [run, ...more] = await runs()
    expect(more).toEqual([])
    expect(run).toMatchObject({
      source: 'alert',
      title: 'The queue grows',
      ticketId: null,
      severity: 'P0',
      state: 'PAGING',
    })
    expect(
      await database.owner.delivery.count({ where: { subjectId: run?.id, kind: 'escalation.page' } }),
    ).toBeGreaterThan(0)
    expect(await alerts()).toMatchObject([{ reports: 2, severity: 'P0' }])
    expect(await foldFaults(database.owner)).toEqual([])
  })

  test('reports that cross, one resolving what the other tells of, never wait for each other for ever', async () => {
    const { secret } = await key()
    const alert = (title: string, state: string) => ({ title, fingerprint: title, state })
    const crossing = [
      { alerts: [alert('A', 'resolved'), alert('B', 'firing')] },
      { alerts: [alert('B', 'resolved'), alert('A', 'firing')] },
    ]
    await report(secret, { alerts: [alert('A', 'firing'), alert('B', 'firing')] })
    const done = await Promise.all(Array.from({ length: 20 }, (_, turn) => report(secret, crossing[turn % 2])))
    expect(done.every(({ ok }) => ok)).toBe(true)
    const firing = (await alerts()).filter(({ state }) => state === 'firing')
    expect(firing).toHaveLength(1)
  })

  test('fifty reports of one fingerprint at once are one alert and one run', async () => {
    const { secret } = await key()
    const done = await Promise.all(Array.from({ length: 50 }, () => report(secret, { title: 'Storm' })))
    expect(done.every(({ ok }) => ok)).toBe(true)
    expect(await alerts()).toMatchObject([{ reports: 50 }])
    await Promise.all((await alerts()).map(({ id }) => considerAlert(nova.marketplaceId, id)))
    await considered()
    expect(await runs()).toHaveLength(1)
  })

  test('resolved closes its run; firing anew is another alert and another run', async () => {
    const { secret } = await key('alertmanager')
    const say = (status: string) =>
      report(secret, { alerts: [{ status, labels: { alertname: 'Disk' }, fingerprint: 'f1' }] })
    await say('firing')
    await considered()
    await say('resolved')
    await considered()
    expect((await runs()).map(({ state }) => state)).toEqual(['RESOLVED'])
    await say('firing')
    await considered()
    expect((await runs()).map(({ state }) => state)).toEqual(['RESOLVED', 'PAGING'])
    expect((await alerts()).map(({ state }) => state).sort()).toEqual(['firing', 'resolved'])
  })

  test('over and firing again before anybody looked, in whichever order it is looked at: its run stays open', async () => {
    const { secret } = await key()
    const say = (state: string) => report(secret, { title: 'Flaps', state })
    await say('firing')
    await considered()
    for (const order of [['resolved', 'firing'] as const, ['firing', 'resolved'] as const]) {
      await say('resolved')
      await say('firing')
      const waiting = (await alerts()).filter(({ consideredAt }) => consideredAt === null)
      expect(waiting).toHaveLength(2)
      for (const state of order)
        for (const { id } of waiting.filter((one) => one.state === state)) await considerAlert(nova.marketplaceId, id)
      expect((await runs()).map((run) => run.state)).toEqual(['PAGING'])
    }
    await say('resolved')
    await considered()
    expect((await runs()).map(({ state }) => state)).toEqual(['RESOLVED'])
  })

  test('reported every second it is told once a minute, and a storm at one marketplace hides no other’s (16)', async () => {
    const { secret } = await key()
    for (const seconds of [0, 1, 2, 3, 70, 71]) {
      await database.shiftClock(offsetTo(AT_NIGHT) + seconds * 1000)
      await report(secret, { title: 'Noise' })
      await considered()
    }
    const [run] = await runs()
    const repeats = { escalationId: run?.id, kind: 'repeated' }
    expect(await database.owner.escalationEvent.count({ where: repeats })).toBe(2)
    const made = await createAlertKey(other.admin, { name: 'Storm', kind: 'generic', severity: 'P1', policyId: null })
    const storm = Array.from({ length: 40 }, (_, at) => ({ title: `Disk ${at}` }))
    await report(made.ok ? made.value.secret : '', { alerts: storm }, other)
    await report(secret, { title: 'Ours' })
    const due = await database.owner.$queryRaw<{ marketplace_id: string }[]>`
      select marketplace_id from due_work(app_now(), 10, array[]::uuid[]) where kind = 'alert'`
    expect(due).toHaveLength(10)
    expect(due.map(({ marketplace_id }) => marketplace_id)).toContain(nova.marketplaceId)
  })

  test('still firing after somebody closed its run: the next report opens one again', async () => {
    const { secret } = await key()
    await report(secret, { title: 'Loop' })
    await considered()
    const [run] = await runs()
    await resolveEscalation(nova.oncall, { escalationId: run?.id ?? '' })
    await report(secret, { title: 'Loop' })
    await considered()
    expect((await runs()).map(({ state }) => state)).toEqual(['RESOLVED', 'PAGING'])
  })
})

describe('a key', () => {
  test('is taken in its own marketplace alone; a foreign, a made-up and a revoked one are refused alike', async () => {
    const { keyId, secret } = await key()
    expect(await report(secret, { title: 'x' }, other)).toEqual({ ok: false, why: 'unknown_key' })
    expect(await report('wbk_nonsense_nonsense_nonsense', { title: 'x' })).toEqual({ ok: false, why: 'unknown_key' })
    expect(await report(secret, { nothing: true })).toEqual({ ok: false, why: 'unreadable' })
    expect(await revokeAlertKey(nova.admin, { keyId })).toMatchObject({ ok: true })
    expect(await report(secret, { title: 'x' })).toEqual({ ok: false, why: 'unknown_key' })
    expect(await alerts()).toEqual([])
  })

  test('stands nowhere in the database; a rotated one is taken for one more day', async () => {
    const { keyId, secret } = await key()
    expect(JSON.stringify(await database.owner.alertKey.findMany())).not.toContain(secret)
    const next = await rotateAlertKey(nova.admin, { keyId })
    const fresh = next.ok ? next.value.secret : ''
    expect(fresh).not.toBe(secret)
    expect(await report(secret, { title: 'old' })).toMatchObject({ ok: true })
    expect(await report(fresh, { title: 'new' })).toMatchObject({ ok: true })
    await database.shiftClock(offsetTo(AT_NIGHT) + 25 * HOUR)
    expect(await report(secret, { title: 'late' })).toEqual({ ok: false, why: 'unknown_key' })
    expect(await report(fresh, { title: 'later' })).toMatchObject({ ok: true })
  })

  test('is an administrator’s; a colleague reads, another marketplace finds nothing', async () => {
    const { keyId } = await key()
    const input = { name: 'Mine', kind: 'generic', severity: 'P1', policyId: null } as const
    expect(await createAlertKey(nova.lead, input)).toEqual({ ok: false, why: 'not_allowed' })
    expect(await rotateAlertKey(other.admin, { keyId })).toEqual({ ok: false, why: 'not_found' })
    expect(await createAlertKey(nova.admin, { ...input, policyId: crypto.randomUUID() })).toEqual({
      ok: false,
      why: 'not_found',
    })
    const page = await alertsPage(nova.agent)
    expect(page).toMatchObject({ mayEdit: false, keys: [{ id: keyId, lastUsedAt: null }] })
    expect(JSON.stringify(page)).not.toMatch(/wbk_|hash/i)
  })
})

describe('a heartbeat', () => {
  const beats = () => database.owner.heartbeat.findFirstOrThrow({ where: { marketplaceId: nova.marketplaceId } })
  const hear = (token: string, place = nova) =>
    receiveHeartbeat({ marketplaceId: place.marketplaceId, token, place: '192.0.2.7' })
  async function made() {
    const input = {
      name: 'Nightly import',
      everySeconds: 3600,
      graceSeconds: 300,
      severity: 'P1',
      policyId: null,
    } as const
    const done = await createHeartbeat(nova.admin, input)
    if (!done.ok) throw new Error(done.why)
    return done.value
  }

  test('missed opens a run, heard again closes it; looked at twice it is the same', async () => {
    const { heartbeatId, token } = await made()
    await considerHeartbeat(nova.marketplaceId, heartbeatId)
    expect(await runs()).toEqual([])
    expect(await hear(token)).toMatchObject({ ok: true })
    await database.shiftClock(offsetTo(AT_NIGHT) + 64 * MINUTE)
    await considerHeartbeat(nova.marketplaceId, heartbeatId)
    expect((await beats()).state).toBe('healthy')
    await database.shiftClock(offsetTo(AT_NIGHT) + 66 * MINUTE)
    await Promise.all([1, 2, 3].map(() => considerHeartbeat(nova.marketplaceId, heartbeatId)))
    expect((await beats()).state).toBe('missed')
    expect(await runs()).toMatchObject([{ source: 'heartbeat', title: 'Nightly import', state: 'PAGING' }])
    await hear(token)
    await considerHeartbeat(nova.marketplaceId, heartbeatId)
    expect((await beats()).state).toBe('healthy')
    expect((await runs()).map(({ state }) => state)).toEqual(['RESOLVED'])
  })

  test('its address is its own marketplace’s; a new one makes the old void; paused and removed it is not missed', async () => {
    const { heartbeatId, token } = await made()
    expect(await hear(token, other)).toEqual({ ok: false, why: 'unknown_key' })
    const fresh = await renewHeartbeat(nova.admin, { heartbeatId })
    expect(await hear(token)).toEqual({ ok: false, why: 'unknown_key' })
    expect(await hear(fresh.ok ? fresh.value.token : '')).toMatchObject({ ok: true })
    await database.shiftClock(offsetTo(AT_NIGHT) + 2 * HOUR)
    await considerHeartbeat(nova.marketplaceId, heartbeatId)
    expect(await pauseHeartbeat(nova.admin, { heartbeatId })).toMatchObject({ ok: true })
    expect((await runs()).map(({ state }) => state)).toEqual(['RESOLVED'])
    await resumeHeartbeat(nova.admin, { heartbeatId })
    expect((await beats()).nextAt).not.toBeNull()
    expect(await archiveHeartbeat(nova.lead, { heartbeatId })).toEqual({ ok: false, why: 'not_allowed' })
    await archiveHeartbeat(nova.admin, { heartbeatId })
    expect((await beats()).nextAt).toBeNull()
    expect(await hear(fresh.ok ? fresh.value.token : '')).toEqual({ ok: false, why: 'unknown_key' })
  })
})
