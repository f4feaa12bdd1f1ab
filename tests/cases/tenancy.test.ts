import { describe, expect, test } from 'vitest'
import { asPartner, asStaff, asWorker } from '@/lib/tenancy'
import { buildWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()

describe('the tenancy gate', () => {
  test('each door shows its own marketplace and nothing of the other', async () => {
    const { nova, orbit } = await buildWorld(database.owner)
    const [casa] = nova.partners
    expect(await asStaff(nova.agent, (tx) => tx.partner.count())).toBe(2)
    expect(await asWorker(orbit.marketplaceId, (tx) => tx.partner.count())).toBe(2)
    const own = await asPartner(casa.owner, (tx) => tx.partner.findMany())
    expect(own.map((partner) => partner.id)).toEqual([casa.partnerId])
    expect(await asPartner(casa.owner, (tx) => tx.ticketNote.count()).catch(() => 'refused')).not.toBe(1)
  })

  test('the time handed over is the database clock, which tests can move', async () => {
    const { nova } = await buildWorldOnce()
    await database.shiftClock(86_400_000)
    const later = await asStaff(nova.agent, async (_tx, now) => now)
    await database.shiftClock(0)
    const present = await asStaff(nova.agent, async (_tx, now) => now)
    expect(later.getTime() - present.getTime()).toBeGreaterThan(86_300_000)
  })

  test('a context is gone with its transaction, on a pooled connection too', async () => {
    const { nova } = await buildWorldOnce()
    await Promise.all(Array.from({ length: 30 }, () => asStaff(nova.agent, (tx) => tx.partner.count())))
    const { appClient } = await import('@/lib/tenancy/clients')
    expect(await appClient().partner.count()).toBe(0)
  })
})

async function buildWorldOnce() {
  const marketplace = await database.owner.marketplace.findFirstOrThrow({ where: { slug: 'nova' } })
  const member = await database.owner.membership.findFirstOrThrow({
    where: { marketplaceId: marketplace.id, role: 'agent' },
  })
  const agent = {
    side: 'staff',
    marketplaceId: marketplace.id,
    membershipId: member.id,
    userId: member.userId,
    role: 'agent',
    partnerId: null,
  } as const
  return { nova: { agent } }
}
