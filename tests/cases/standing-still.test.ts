import pg from 'pg'
import { expect, test } from 'vitest'
import type { Tx } from '@/lib/db'
import { considerClaim } from '@/lib/escalation'
import { asWorker, withoutTenant } from '@/lib/tenancy'
import { AT_NIGHT, claimed, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()

test('a row that somebody holds on to keeps the worker for two seconds, not for as long as it is held', async () => {
  const nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(AT_NIGHT))
  const { claimId, ticketId } = await claimed(database.owner, nova.partners[0].owner, nova)
  const holder = new pg.Client({ connectionString: database.urls.owner })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select from ticket where id = $1 for update', [ticketId])
  await expect(considerClaim(nova.marketplaceId, claimId)).rejects.toThrow(/lock timeout/)
  await holder.query('rollback')
  await holder.end()
  await considerClaim(nova.marketplaceId, claimId)
  expect(await database.owner.escalation.count({ where: { claimId } })).toBe(1)
})

test('a process that stands still inside a transaction loses it, and its locks with it', async () => {
  const nova = await freshMarketplace(database.owner)
  const limit = (tx: Tx) => tx.$queryRaw`select current_setting('idle_in_transaction_session_timeout') as limit`
  expect(await withoutTenant(limit)).toEqual([{ limit: '20s' }])
  expect(await asWorker(nova.marketplaceId, limit)).toEqual([{ limit: '20s' }])
})
