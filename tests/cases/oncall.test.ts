import { beforeAll, describe, expect, test } from 'vitest'
import { contactsOf, unreachableOf } from '@/lib/contacts'
import { onCallHome } from '@/lib/escalation'
import { newId } from '@/lib/foundation/ids'
import { dutyNow, onCall, scheduleOf, schedulePage, whoIsOnCall } from '@/lib/oncall'
import { asStaff } from '@/lib/tenancy'
import { freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import { addMailMethod, type MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
beforeAll(async () => {
  nova = await freshMarketplace(database.owner)
})

const at = (text: string) => new Date(text)
const inNova = <T>(work: Parameters<typeof asStaff<T>>[1]) => asStaff(nova.agent, work)

describe('the stored schedule', () => {
  test('is the one the pure rules read: weekly hand-over on Monday 09:00 in Rome', async () => {
    const who = (instant: string) => inNova((tx) => whoIsOnCall(tx, nova.scheduleId, at(instant)))
    expect(await who('2026-01-05T07:59:00Z')).toEqual({ primary: null, others: [] })
    expect((await who('2026-01-05T08:00:00Z')).primary).toBe(nova.oncall.membershipId)
    expect((await who('2026-01-12T07:59:59Z')).primary).toBe(nova.oncall.membershipId)
    expect((await who('2026-01-12T08:00:00Z')).primary).toBe(nova.oncall2.membershipId)
    // Summer time: the local hour stays, the instant moves (invariant 20).
    expect((await who('2026-03-30T06:59:59Z')).primary).not.toBe((await who('2026-03-30T07:00:00Z')).primary)
  })

  test('an override stands in during its hours only (invariant 21); old ones are not even read', async () => {
    const [from, to] = [at('2026-02-03T18:00:00Z'), at('2026-02-04T06:00:00Z')]
    await database.owner.scheduleOverride.create({
      data: {
        marketplaceId: nova.marketplaceId,
        id: newId(),
        scheduleId: nova.scheduleId,
        fromAt: from,
        toAt: to,
        addId: nova.lead.membershipId,
        removeId: nova.oncall.membershipId,
        createdById: nova.lead.membershipId,
        createdAt: at('2026-02-01T00:00:00Z'),
      },
    })
    const primaries = await inNova(async (tx) => {
      const schedule = await scheduleOf(tx, nova.scheduleId)
      if (!schedule) throw new Error('no schedule')
      return ['2026-02-03T17:59:00Z', '2026-02-03T18:00:00Z', '2026-02-04T06:00:00Z'].map(
        (text) => onCall(schedule, at(text)).primary,
      )
    })
    expect(primaries).toEqual([nova.oncall.membershipId, nova.lead.membershipId, nova.oncall.membershipId])
    const later = await inNova((tx) => scheduleOf(tx, nova.scheduleId, to))
    expect(later?.overrides).toEqual([])
    await database.owner.scheduleOverride.deleteMany({ where: { marketplaceId: nova.marketplaceId } })
  })

  test('another marketplace’s schedule is nobody', async () => {
    const other = await freshMarketplace(database.owner)
    expect(await inNova((tx) => whoIsOnCall(tx, other.scheduleId, at('2026-02-03T18:00:00Z')))).toEqual({
      primary: null,
      others: [],
    })
  })
})

describe('how somebody is reached', () => {
  test('verified, enabled methods whose rule fits the severity, in the order of her rules', async () => {
    const { marketplaceId } = nova
    const { membershipId } = nova.oncall
    const method = async (address: string, more: object, rule: object) => {
      const id = newId()
      await database.owner.contactMethod.create({
        data: {
          marketplaceId,
          id,
          membershipId,
          channel: 'mail',
          address,
          verifiedAt: at('2026-01-01T00:00:00Z'),
          createdAt: at('2026-01-01T00:00:00Z'),
          ...more,
        },
      })
      const position = (await database.owner.notifyRule.count({ where: { membershipId } })) + 0
      await database.owner.notifyRule.create({
        data: { marketplaceId, membershipId, position, contactMethodId: id, ...rule },
      })
    }
    await method('late@nova.example', {}, { delaySeconds: 120 })
    await method('worst@nova.example', {}, { minSeverity: 'P0' })
    await method('unproved@nova.example', { verifiedAt: null }, {})
    await method('off@nova.example', { disabledAt: at('2026-02-01T00:00:00Z') }, {})
    const lines = async (severity: 'P0' | 'P1') =>
      (await inNova((tx) => contactsOf(tx, [membershipId], severity)))
        .get(membershipId)
        ?.map(({ address, delaySeconds }) => `${address} ${delaySeconds}`)
    const own = `marta.oncall@${nova.slug}.example 0`
    expect(await lines('P1')).toEqual([own, 'late@nova.example 120'])
    expect(await lines('P0')).toEqual([own, 'late@nova.example 120', 'worst@nova.example 0'])
  })

  test('somebody without a method, or who has left, is reported, not forgotten', async () => {
    const other = await freshMarketplace(database.owner)
    await database.owner.membership.updateMany({
      where: { id: other.oncall2.membershipId },
      data: { disabledAt: at('2026-02-01T00:00:00Z') },
    })
    await database.owner.contactMethod.deleteMany({ where: { membershipId: other.oncall.membershipId } })
    const people = [other.oncall, other.oncall2, other.lead, other.admin].map(({ membershipId }) => membershipId)
    const unreachable = await asStaff(other.agent, (tx) => unreachableOf(tx, people))
    expect(unreachable).toEqual([other.oncall, other.oncall2, other.admin].map(({ membershipId }) => membershipId))
    const page = await schedulePage(other.lead, { month: '2026-03' })
    expect(page?.unreachable.map(({ name }) => name)).toEqual(['Marta Oncall', 'Nico Oncall'])
    await addMailMethod(database.owner, other.oncall)
    expect((await schedulePage(other.lead, {}))?.unreachable).toHaveLength(1)
  })
})

describe('pages', () => {
  test('a month of shifts tiles it in the schedule’s zone, hand-overs named (invariant 19)', async () => {
    const page = await schedulePage(nova.agent, { month: '2026-03' })
    expect(page).toMatchObject({
      month: '2026-03',
      previous: '2026-02',
      next: '2026-04',
      timeZone: 'Europe/Rome',
      name: 'Platform on call',
    })
    const shifts = page?.shifts ?? []
    expect([shifts[0]?.from, shifts.at(-1)?.to]).toEqual([at('2026-02-28T23:00:00Z'), at('2026-03-31T22:00:00Z')])
    for (const [index, shift] of shifts.entries()) if (index > 0) expect(shift.from).toEqual(shifts[index - 1]?.to)
    expect(shifts.map(({ primary }) => primary?.name)).toEqual(
      ['Nico Oncall', 'Marta Oncall', 'Nico Oncall', 'Marta Oncall', 'Nico Oncall', 'Marta Oncall'].slice(
        0,
        shifts.length,
      ),
    )
    expect((await schedulePage(nova.agent, { month: '2026-13' }))?.month).toMatch(/^\d{4}-\d{2}$/)
  })

  test('"on now? next?" for the one on call, the one after, and somebody who never is', async () => {
    await database.shiftClock(offsetTo(at('2026-03-03T10:00:00Z')))
    const duty = (person: typeof nova.agent) => asStaff(person, (tx, now) => dutyNow(tx, person.membershipId, now))
    const { primary } = await inNova((tx, now) => whoIsOnCall(tx, nova.scheduleId, now))
    const [on, off] = primary === nova.oncall.membershipId ? [nova.oncall, nova.oncall2] : [nova.oncall2, nova.oncall]
    expect(await duty(on)).toMatchObject({
      schedule: { primary: { membershipId: on.membershipId }, until: at('2026-03-09T08:00:00Z') },
      you: {
        onNow: true,
        current: { to: at('2026-03-09T08:00:00Z') },
        next: { from: at('2026-03-16T08:00:00Z') },
        reachable: true,
      },
    })
    expect(await duty(off)).toMatchObject({
      you: { onNow: false, current: null, next: { from: at('2026-03-09T08:00:00Z') } },
    })
    expect((await duty(nova.admin)).you).toEqual({ onNow: false, current: null, next: null, reachable: false })
    expect(await onCallHome(on)).toMatchObject({ you: { onNow: true }, items: [] })
  })
})
