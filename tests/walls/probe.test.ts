import { beforeAll, describe, expect, test } from 'vitest'
import { asPartner, asStaff, withoutTenant } from '@/lib/tenancy'
import { fillWorld } from '@/tests/builders/fill'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { guarded, neverForPartners, untenanted } from './access'
import { useOwner } from './owner'
import { allRows, knocks, prepareProbe, probeTable } from './probe'

const database = useDatabase()
const owner = useOwner(database)
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
  await fillWorld(database.owner, world)
  await prepareProbe(owner.client)
})

describe('every table, every verb, every side, and every way to claim to be one', () => {
  test.each(Object.keys(guarded))(
    '%s has rows of both marketplaces, and of both partners where it tells them apart',
    async (table) => {
      const rows = await allRows(owner.client, table)
      for (const place of [world.nova, world.orbit]) {
        const here = rows.filter((row) => row.marketplace_id === place.marketplaceId)
        expect(here.length).toBeGreaterThan(0)
        if (rows.some((row) => row.partner_id)) {
          const partners = new Set(here.map((row) => row.partner_id).filter(Boolean))
          expect(partners.size).toBe(2)
        }
      }
    },
  )

  test.each([...Object.keys(guarded), ...Object.keys(untenanted)])('%s', async (table) => {
    const rows = await allRows(owner.client, table)
    if (table !== '_prisma_migrations') expect(rows.length).toBeGreaterThan(0)
    expect(await probeTable(owner.client, table, world, rows)).toEqual([])
  })
})

describe('a partner never reads', () => {
  test.each(neverForPartners)('%s', async (table) => {
    expect(guarded[table]?.partner.verbs).toBe('')
    expect(await visible(table)).toEqual([])
  })

  test('what staff wrote for themselves, in events and files', async () => {
    for (const table of ['ticket_event', 'attachment']) {
      const rows = await visible(table)
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.filter((row) => row.audience === 'staff')).toEqual([])
    }
  })

  test('another company: no name, no people, no ticket, no message, no file, no claim, no promise', async () => {
    const [casa] = world.nova.partners
    for (const table of [
      'partner',
      'membership',
      'ticket',
      'ticket_message',
      'ticket_event',
      'attachment',
      'claim',
      'sla_clock',
      'submission',
    ]) {
      const rows = await visible(table)
      expect(rows.length).toBeGreaterThan(0)
      const foreign = rows.filter(
        (row) => (table === 'partner' ? row.id : (row.partner_id ?? casa.partnerId)) !== casa.partnerId,
      )
      expect(foreign).toEqual([])
    }
  })

  test('what leaves the building, except to its own people as codes and calls, or who did what', async () => {
    const sent = await visible('delivery')
    expect(new Set(sent.map((row) => row.subject_kind))).toEqual(new Set(['contact', 'escalation']))
    const [casa] = world.nova.partners
    expect(new Set(sent.map((row) => row.partner_id))).toEqual(new Set([casa.partnerId]))
    expect(await visible('audit_event')).toEqual([])
  })

  /** What the first partner of the first marketplace sees through the gate. */
  async function visible(table: string): Promise<Record<string, unknown>[]> {
    await owner.client.query('begin')
    try {
      const [casa] = world.nova.partners
      await owner.client.query(
        "select set_config('app.side', 'partner', true), set_config('app.marketplace', $1, true), set_config('app.partner', $2, true)",
        [world.nova.marketplaceId, casa.partnerId],
      )
      await owner.client.query('set local role waybill_app')
      const { rows } = await owner.client.query(`select * from "${table}"`)
      return rows
    } catch (error) {
      if ((error as { code?: string }).code === '42501') return []
      throw error
    } finally {
      await owner.client.query('rollback')
    }
  }
})

describe('through the gate of lib/tenancy', () => {
  test('the other marketplace is absent, by id too', async () => {
    const ticket = await database.owner.ticket.findFirstOrThrow({ where: { marketplaceId: world.orbit.marketplaceId } })
    expect(await asStaff(world.nova.admin, (tx) => tx.ticket.findFirst({ where: { id: ticket.id } }))).toBeNull()
    const changes = asStaff(world.nova.admin, (tx) =>
      tx.ticket.updateMany({ where: { id: ticket.id }, data: { subject: 'mine' } }),
    )
    expect(await changes).toEqual({ count: 0 })
  })

  test('another company of the same marketplace is absent, by id too', async () => {
    const [casa, sever] = world.nova.partners
    const ticket = await database.owner.ticket.findFirstOrThrow({ where: { partnerId: sever.partnerId } })
    expect(await asPartner(casa.owner, (tx) => tx.ticket.findFirst({ where: { id: ticket.id } }))).toBeNull()
  })

  test('without a tenant nothing of a tenant is there', async () => {
    expect(await withoutTenant((tx) => tx.ticket.count())).toBe(0)
    expect(await withoutTenant((tx) => tx.membership.count())).toBe(0)
  })

  test('a foreign key tells nothing of the other marketplace: an unknown and a foreign id are refused alike', async () => {
    const foreign = world.orbit.partners[0].partnerId
    const codes = []
    for (const partnerId of [foreign, '00000000-0000-7000-8000-000000000000']) {
      const [casa] = world.nova.partners
      codes.push(
        await asStaff(world.nova.admin, (tx) =>
          tx.membership.updateMany({ where: { id: casa.member.membershipId }, data: { partnerId } }),
        ).catch((error: { code: string }) => error.code),
      )
    }
    expect(codes).toEqual(['P2003', 'P2003'])
  })
})

describe('the doors and the search', () => {
  const call = (role: string, statement: string) =>
    owner.client
      .query('begin')
      .then(() => owner.client.query(`set local role ${role}`))
      .then(() => owner.client.query(statement))
      .then((result) => result.rows)
      .catch((error: { code: string }) => error.code)
      .finally(() => owner.client.query('rollback'))

  test('show the worker what is due in every marketplace', async () => {
    const rows = await call('waybill_worker', "select * from due_work('2027-01-01', 100, '{}')")
    const places = new Set(
      (rows as { marketplace_id: string | null }[]).map((row) => row.marketplace_id).filter(Boolean),
    )
    expect([...places].sort()).toEqual([world.nova.marketplaceId, world.orbit.marketplaceId].sort())
  })

  test('open only to the role that needs them', async () => {
    const anyone = '00000000-0000-7000-8000-000000000000'
    expect(await call('waybill_app', "select * from due_work('2027-01-01', 100, '{}')")).toBe('42501')
    expect(await call('waybill_worker', `select * from memberships_of('${anyone}')`)).toBe('42501')
    expect(await call('waybill_worker', `select * from escalation_behind('${anyone}')`)).toBe('42501')
    expect(await call('waybill_app', `select * from memberships_of('${world.nova.agent.userId}')`)).toHaveLength(1)
    expect(await call('waybill_app', `select * from escalation_behind('${anyone}')`)).toEqual([])
  })

  test('search finds what row security would show, under every way to knock', async () => {
    const words = await allRows(owner.client, 'ticket_search')
    for (const { name, role, side, marketplace, partner } of knocks(world)) {
      const context = `set_config('app.side', '${side}', true), set_config('app.marketplace', '${marketplace}', true), set_config('app.partner', '${partner}', true)`
      const found = await call(
        role,
        `select s.id from (select ${context}) c, lateral search_tickets('feed', 'en', 100) s`,
      )
      if (role === 'waybill_worker') {
        expect(found, name).toBe('42501')
        continue
      }
      const mine = words.filter((row) => row.marketplace_id === marketplace && !name.includes(':'))
      const seen =
        side === 'staff' ? mine : mine.filter((row) => row.partner_id === partner && row.audience === 'partner')
      const ids = (found as { id: string }[]).map(({ id }) => id)
      expect(ids.sort(), name).toEqual([...new Set(seen.map((row) => row.ticket_id as string))].sort())
    }
  })

  test('the finder itself reads what the doors need and no more', async () => {
    for (const table of ['claim', 'delivery', 'escalation', 'membership', 'ticket', 'ticket_search'])
      expect(await call('waybill_finder', `select 1 from ${table}`)).toHaveLength(
        (await allRows(owner.client, table)).length,
      )
    for (const table of ['ticket_message', 'ticket_note', '"user"', 'draft', 'notice'])
      expect(await call('waybill_finder', `select 1 from ${table}`), table).toBe('42501')
  })
})
