import { describe, expect, test } from 'vitest'
import { acceptInvitation, membershipsOf } from '@/lib/identity'
import { marketplaceBySlug } from '@/lib/marketplace'
import { createMarketplace, readArguments } from '@/prisma/create-marketplace'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()

const typed = [
  ['--slug', 'first'],
  ['--name', 'First Market'],
  ['--prefix', 'FM'],
  ['--locale', 'pt-BR'],
  ['--zone', 'America/Sao_Paulo'],
  ['--admin', 'Ada@First.example'],
  ['--admin-name', 'Ada Admin'],
].flat()

function wanted(args = typed) {
  const read = readArguments(args)
  if ('faults' in read) throw new Error(read.faults.join(', '))
  return read.wanted
}

describe('the first marketplace', () => {
  test('is made whole, and its printed link makes the first admin', async () => {
    const made = await createMarketplace(database.urls.owner, wanted())
    if (!made.ok) throw new Error(made.why)
    const { marketplaceId, path } = made.value
    expect(await marketplaceBySlug('first')).toMatchObject({ id: marketplaceId, prefix: 'FM', defaultLocale: 'pt-BR' })
    expect(path).toMatch(/^\/first\/invitation\/[\w-]{43}$/)
    const told = { marketplaceId, token: path.split('/').at(-1) ?? '', name: 'Ada', password: 'a long enough sentence' }
    const accepted = await acceptInvitation({ ip: '203.0.113.5', userAgent: null }, told)
    if (!accepted.ok) throw new Error(accepted.why)
    expect(await membershipsOf(accepted.value.userId)).toMatchObject([{ side: 'staff', role: 'admin', marketplaceId }])
  })

  test('a second time it says what is taken and changes nothing', async () => {
    const before = await database.owner.user.count()
    const again = { ...wanted(), email: 'other@first.example' }
    expect(await createMarketplace(database.urls.owner, again)).toMatchObject({ why: 'slug_taken' })
    const prefix = { ...again, slug: 'second' }
    expect(await createMarketplace(database.urls.owner, prefix)).toMatchObject({ why: 'prefix_taken' })
    expect([await database.owner.marketplace.count(), await database.owner.user.count()]).toEqual([1, before])
  })

  test('names every fault at once', () => {
    const read = readArguments([
      '--slug',
      'No',
      '--prefix',
      'nv',
      '--zone',
      'Mars/Base',
      '--admin',
      'ada',
      '--locale',
      'xx',
    ])
    expect('faults' in read && read.faults.map((fault) => fault.split(':')[0])).toEqual([
      '--slug',
      '--name',
      '--prefix',
      '--locale',
      '--zone',
      '--admin',
      '--admin-name',
    ])
  })
})
