import { beforeEach, describe, expect, test } from 'vitest'
import {
  acknowledge,
  confirmClaim,
  considerClaim,
  declineClaim,
  passOn,
  resolveEscalation,
  runTimers,
} from '@/lib/escalation'
import { MINUTE } from '@/lib/foundation/clock'
import {
  AT_NIGHT,
  AT_WORK,
  claimed,
  escalated,
  foldFaults,
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
beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
})

const count = (kinds: readonly string[], kind: string) => kinds.filter((one) => one === kind).length

describe('races on one escalation (invariant 10)', () => {
  test('many acknowledge at once: one owner, and the others are told who', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    for (const partner of nova.partners) {
      const { escalationId } = await escalated(database.owner, partner.owner, nova)
      const people = [nova.oncall, nova.oncall2, nova.lead, nova.admin]
      const answers = await Promise.all([...people, ...people].map((one) => acknowledge(one, { escalationId })))
      const row = await runRow(database.owner, escalationId)
      expect(row.state).toBe('ACKED')
      expect(count(await kindsOf(database.owner, escalationId), 'acked')).toBe(1)
      for (const [index, answer] of answers.entries()) {
        const mine = [...people, ...people][index]?.membershipId === row.ackedById
        expect(answer).toMatchObject(mine ? { ok: true } : { ok: false, why: 'already_acked' })
        if (!answer.ok) expect(answer.details?.by).toMatch(/^(Marta|Nico|Leo|Ava) /)
      }
    }
  })

  test('confirm against decline: one outcome, and both sides of the database tell it', async () => {
    await database.shiftClock(offsetTo(AT_WORK))
    for (const partner of nova.partners) {
      const { escalationId, claimId } = await escalated(database.owner, partner.owner, nova)
      const [confirmed, declined] = await Promise.all([
        confirmClaim(nova.agent, { escalationId }),
        declineClaim(nova.lead, { escalationId, reason: 'Not urgent to us.' }),
      ])
      expect(Number(confirmed.ok) + Number(declined.ok)).toBe(1)
      const claim = await database.owner.claim.findFirstOrThrow({ where: { id: claimId } })
      expect(claim.state).toBe(confirmed.ok ? 'confirmed' : 'declined')
      expect((await runRow(database.owner, escalationId)).state).toBe(confirmed.ok ? 'PAGING' : 'DECLINED')
      expect(await database.owner.delivery.count({ where: { kind: 'claim.decided', subjectId: claim.ticketId } })).toBe(
        1,
      )
    }
    expect(await foldFaults(database.owner)).toEqual([])
  })

  test('an acknowledgement against the timer: never both an owner and a new page after it', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    const made = [
      await escalated(database.owner, nova.partners[0].owner, nova, 'orders_blocked'),
      await escalated(database.owner, nova.partners[0].owner, nova, 'integration_down'),
      await escalated(database.owner, nova.partners[1].owner, nova, 'orders_blocked'),
      await escalated(database.owner, nova.partners[1].owner, nova, 'integration_down'),
    ]
    await database.shiftClock(offsetTo(AT_NIGHT) + 6 * MINUTE)
    await Promise.all(
      made.flatMap(({ escalationId }) => [
        acknowledge(nova.oncall, { escalationId }),
        runTimers(nova.marketplaceId, [escalationId]),
        runTimers(nova.marketplaceId, [escalationId]),
      ]),
    )
    for (const { escalationId } of made) {
      const kinds = await kindsOf(database.owner, escalationId)
      expect((await runRow(database.owner, escalationId)).state).toBe('ACKED')
      expect(kinds.at(-1)).toBe('acked')
      expect(count(kinds, 'step_entered')).toBeLessThanOrEqual(2)
    }
    expect(await foldFaults(database.owner)).toEqual([])
  })

  test('a timer that is run twice, or by many at once, plans nothing twice (invariant 5)', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    const { escalationId } = await escalated(database.owner, nova.partners[0].owner, nova)
    await database.shiftClock(offsetTo(AT_NIGHT) + 6 * MINUTE)
    await Promise.all(Array.from({ length: 8 }, () => runTimers(nova.marketplaceId, [escalationId])))
    expect(await database.owner.delivery.count({ where: { subjectId: escalationId, step: 2 } })).toBe(2)
    expect(count(await kindsOf(database.owner, escalationId), 'step_entered')).toBe(2)
  })

  test('an edited policy does not change an open escalation (invariant 14)', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    const { escalationId } = await escalated(database.owner, nova.partners[0].owner, nova)
    const version = await database.owner.policyVersion.findFirstOrThrow({ where: { id: nova.policyVersionId } })
    await database.owner.policyVersion.create({
      data: { ...version, id: crypto.randomUUID(), version: 2, steps: [], catchAll: [], paging: {}, repeat: 0 },
    })
    await database.shiftClock(offsetTo(AT_NIGHT) + 6 * MINUTE)
    await runTimers(nova.marketplaceId, [escalationId])
    expect(await runRow(database.owner, escalationId)).toMatchObject({
      state: 'PAGING',
      step: 2,
      policyVersionId: nova.policyVersionId,
    })
    // A new run takes the new version: no steps, so everybody is told in the first tick (invariant 11).
    const later = await escalated(database.owner, nova.partners[1].owner, nova)
    expect(await runRow(database.owner, later.escalationId)).toMatchObject({ state: 'UNANSWERED' })
    const told = await database.owner.delivery.findMany({ where: { subjectId: later.escalationId } })
    expect(told.map(({ recipientId }) => recipientId)).toContain(nova.lead.membershipId)
  })

  test('a clock that jumps doubles and loses nothing (invariant 15)', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    const { escalationId } = await escalated(database.owner, nova.partners[0].owner, nova)
    await database.shiftClock(offsetTo(AT_NIGHT) + 24 * 60 * MINUTE)
    await runTimers(nova.marketplaceId, [escalationId])
    await database.shiftClock(offsetTo(AT_NIGHT))
    await runTimers(nova.marketplaceId, [escalationId])
    expect(count(await kindsOf(database.owner, escalationId), 'step_entered')).toBe(2)
    expect((await runRow(database.owner, escalationId)).nextAt).not.toBeNull()
  })
})

describe('row = fold(events) after random commands from all sides (invariants 2, 3)', () => {
  test('for every escalation of the database', async () => {
    const conditions = ['orders_blocked', 'integration_down', 'publishing_blocked'] as const
    const staff = [nova.agent, nova.lead, nova.oncall, nova.oncall2]
    let seed = 20260303
    const draw = <T>(from: readonly T[]): T => {
      seed = (seed * 48271) % 2147483647
      return from[seed % from.length] as T
    }
    let clock = offsetTo(AT_WORK)
    const considered = async () => {
      clock += draw([0, 1, 5, 16, 400]) * MINUTE
      await database.shiftClock(clock)
      const { claimId } = await claimed(database.owner, draw(nova.partners).owner, nova, draw(conditions))
      await Promise.all([considerClaim(nova.marketplaceId, claimId), considerClaim(nova.marketplaceId, claimId)])
    }
    for (let round = 0; round < 14; round++) {
      await considered()
      const open = await database.owner.escalation.findMany({
        where: { marketplaceId: nova.marketplaceId },
        orderBy: { openedAt: 'desc' },
        take: 3,
      })
      const commands = Array.from({ length: 5 }, () => {
        const { id: escalationId } = draw(open)
        return draw([
          () => acknowledge(draw(staff), { escalationId }),
          () => confirmClaim(draw(staff), { escalationId }),
          () => declineClaim(draw(staff), { escalationId, reason: 'Not now, thank you.' }),
          () => passOn(draw(staff), { escalationId }),
          () => resolveEscalation(draw(staff), { escalationId }),
          () => runTimers(nova.marketplaceId, [escalationId]),
          () => runTimers(nova.marketplaceId, [escalationId]),
        ])
      })
      await Promise.all(commands.map((command) => command()))
    }
    expect(await foldFaults(database.owner)).toEqual([])
    const twice = await database.owner.escalation.groupBy({
      by: ['marketplaceId', 'dedupKey'],
      where: { state: { notIn: ['RESOLVED', 'DECLINED'] } },
      _count: true,
      having: { dedupKey: { _count: { gt: 1 } } },
    })
    expect(twice).toEqual([])
    expect(await database.owner.escalation.count({ where: { marketplaceId: nova.marketplaceId } })).toBeGreaterThan(3)
  })

  test('somebody else’s page is nobody’s business: the primary only is paged first', async () => {
    await database.shiftClock(offsetTo(AT_NIGHT))
    const { escalationId } = await escalated(database.owner, nova.partners[0].owner, nova)
    const first = await database.owner.delivery.findMany({ where: { subjectId: escalationId } })
    expect(first.map(({ recipientId }) => recipientId)).toEqual([(await onCallNow(nova)).membershipId])
  })
})
