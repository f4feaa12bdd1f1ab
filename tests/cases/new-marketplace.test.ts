import { expect, test } from 'vitest'
import { considerClaim } from '@/lib/escalation'
import { createMarketplace } from '@/prisma/create-marketplace'
import { opened } from '@/tests/builders/tickets'
import { buildPartner } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()

const plan = { slug: 'first', name: 'First Market', prefix: 'FM', timeZone: 'Europe/Rome', locale: 'it' } as const

test('a marketplace made by the command works from its first day: a claim of its first partner wakes its only admin', async () => {
  const { owner, urls } = database
  const made = await createMarketplace(urls.owner, { ...plan, email: 'ada@first.example', adminName: 'Ada Admin' })
  if (!made.ok) throw new Error(made.why)
  const { marketplaceId } = made.value
  await owner.membership.updateMany({ where: { marketplaceId }, data: { joinedAt: new Date('2026-01-05T08:00:00Z') } })
  const { technical } = await buildPartner(owner, marketplaceId, 'first', 'Casa Lumen', 'es')
  const urgent = await owner.topic.findFirstOrThrow({ where: { marketplaceId, urgent: true } })

  const ticket = await opened(technical, urgent.id, { claim: { condition: 'orders_blocked' } })
  expect(ticket.number).toMatch(/^FM-\d+$/)
  const claim = await owner.claim.findFirstOrThrow({ where: { marketplaceId } })
  await considerClaim(marketplaceId, claim.id)

  const told = await owner.delivery.findMany({ where: { marketplaceId, subjectKind: 'escalation' } })
  expect(told.map(({ address }) => address)).toEqual(['ada@first.example'])
})
