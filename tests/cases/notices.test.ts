import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '@/lib/foundation/ids'
import {
  noticesOf,
  readNotices,
  readNoticesOf,
  tellAnswered,
  tellPartnerReplied,
  tellRated,
  unreadNotices,
} from '@/lib/notifications'
import { asPartner, asStaff } from '@/lib/tenancy'
import { ticketTitles } from '@/lib/tickets'
import { opened } from '@/tests/builders/tickets'
import { freshMarketplace } from '@/tests/builders/urgent'
import type { MarketplaceWorld, PartnerWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
let casa: PartnerWorld
let ticketId: string

beforeAll(async () => {
  await database.shiftClock(0)
})
beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  casa = nova.partners[0]
  ticketId = (await opened(casa.member, nova.topicId)).ticketId
})

const tell = (recipientIds: string[], about = ticketId) =>
  asStaff(nova.agent, (tx, now) =>
    tellAnswered(tx, now, {
      marketplaceId: nova.marketplaceId,
      ticketId: about,
      partnerId: casa.partnerId,
      factId: newId(),
      messageId: newId(),
      recipientIds,
    }),
  )

describe('notices in the portal (002-06)', () => {
  test('002-05 her own opening stands there, and is no news to her', async () => {
    expect(await unreadNotices(casa.member)).toBe(0)
    expect((await noticesOf(casa.member)).notices).toMatchObject([{ kind: 'ticket.opened', ticketId, read: true }])
  })

  test('newest first, page by page, each once; a cursor that is none begins at the beginning', async () => {
    for (let count = 0; count < 64; count++) await tell([casa.member.membershipId])
    const seen: string[] = []
    const times: number[] = []
    let cursor: string | undefined
    for (let pages = 0; pages < 10; pages++) {
      const page = await noticesOf(casa.member, { cursor })
      seen.push(...page.notices.map(({ id }) => id))
      times.push(...page.notices.map(({ at }) => at.getTime()))
      if (!page.nextCursor) break
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(65)
    expect(new Set(seen).size).toBe(65)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    for (const nonsense of ['x', '1.2', "'; drop table notice", '9'.repeat(40)])
      expect((await noticesOf(casa.member, { cursor: nonsense })).notices[0]?.id).toBe(seen[0])
  })

  test('counts no further than it has to', async () => {
    const data = Array.from({ length: 130 }, () => ({
      marketplaceId: nova.marketplaceId,
      id: newId(),
      membershipId: casa.member.membershipId,
      audience: 'partner',
      ticketId,
      partnerId: casa.partnerId,
      kind: 'ticket.answered',
      factId: newId(),
      createdAt: new Date('2026-02-02T10:00:00Z'),
    }))
    await database.owner.notice.createMany({ data })
    expect(await unreadNotices(casa.member)).toBe(100)
  })

  test('marks one, then all; only her own', async () => {
    await tell([casa.member.membershipId, casa.owner.membershipId])
    await tell([casa.member.membershipId, casa.owner.membershipId])
    const [newest] = (await noticesOf(casa.member)).notices
    const foreign = (await noticesOf(casa.owner)).notices.map(({ id }) => id)
    await readNotices(casa.member, { ids: foreign })
    expect(await unreadNotices(casa.owner)).toBe(2)
    await readNotices(casa.member, { ids: [newest?.id ?? ''] })
    expect(await unreadNotices(casa.member)).toBe(1)
    await readNotices(casa.member, {})
    expect([await unreadNotices(casa.member), await unreadNotices(casa.owner)]).toEqual([0, 2])
  })

  test('who opens a request has read what she was told of it', async () => {
    const other = (await opened(casa.member, nova.topicId, { subject: 'Another' })).ticketId
    await tell([casa.member.membershipId])
    await tell([casa.member.membershipId], other)
    await asPartner(casa.member, (tx, now) => readNoticesOf(tx, now, casa.member, { ticketId, upTo: now }))
    const unread = (await noticesOf(casa.member)).notices.filter(({ read }) => !read)
    expect(unread.map((notice) => notice.ticketId)).toEqual([other])
  })

  test('a partner tells its agent and never reads what the staff is told', async () => {
    const fact = { marketplaceId: nova.marketplaceId, ticketId, partnerId: casa.partnerId }
    const recipientIds = [nova.agent.membershipId]
    await asPartner(casa.member, async (tx, now) => {
      await tellPartnerReplied(tx, now, { ...fact, factId: newId(), messageId: newId(), recipientIds })
      await tellRated(tx, now, { ...fact, factId: newId(), stars: 5, recipientIds })
    })
    expect(await unreadNotices(nova.agent)).toBe(2)
    expect((await noticesOf(nova.agent)).notices.map(({ kind }) => kind)).toContain('agent.rated')
    expect(await asPartner(casa.owner, (tx) => tx.notice.count({ where: { audience: 'staff' } }))).toBe(0)
    await expect(
      asPartner(nova.partners[1].owner, (tx, now) =>
        tellPartnerReplied(tx, now, { ...fact, factId: newId(), messageId: newId(), recipientIds }),
      ),
    ).rejects.toThrow()
  })

  test('a request that she may no longer read has no name on her page', async () => {
    const [mine, ours] = [casa.technical, casa.owner]
    expect((await ticketTitles(mine, [ticketId])).size).toBe(1)
    await database.owner.partner.updateMany({ where: { id: casa.partnerId }, data: { membersSeeAll: false } })
    expect((await ticketTitles(mine, [ticketId])).size).toBe(0)
    expect((await ticketTitles(ours, [ticketId])).size).toBe(1)
    expect((await ticketTitles(nova.partners[1].owner, [ticketId])).size).toBe(0)
    expect((await ticketTitles(nova.agent, [ticketId])).size).toBe(1)
  })
})
