import { hash } from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { resetPassword } from '@/lib/identity'
import { buildWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, hash: vi.fn(real.hash) }
})

const database = useDatabase()

test('a link that opens nothing never makes us hash: that is dear on purpose, and anybody may send one', async () => {
  const { nova } = await buildWorld(database.owner)
  vi.mocked(hash).mockClear()
  const visitor = { ip: '203.0.113.9', userAgent: null }
  const guess = { marketplaceId: nova.marketplaceId, token: 'x'.repeat(43), password: 'a long enough sentence' }
  expect(await resetPassword(visitor, guess)).toMatchObject({ ok: false, why: 'link_unknown' })
  expect(hash).not.toHaveBeenCalled()
})
