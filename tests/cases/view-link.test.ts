import { beforeAll, describe, expect, test } from 'vitest'
import { DAY, MINUTE } from '@/lib/foundation/clock'
import { marketplaceBySlug } from '@/lib/marketplace'
import { readViewToken, type ViewPass, viewPath } from '@/lib/notifications'
import { viewToken } from '@/lib/notifications/view-token'
import { answerTicket } from '@/lib/tickets'
import { fullPageOf, renewViewLink, viewedRequest } from '@/lib/web/view-link'
import { opened } from '@/tests/builders/tickets'
import { AT_WORK, offsetTo } from '@/tests/builders/urgent'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World
let made: { ticketId: string; number: string }
const visitor = { ip: '192.0.2.7', userAgent: 'a test' }
const inDays = (days: number) => new Date(AT_WORK.getTime() + days * DAY)

beforeAll(async () => {
  await database.shiftClock(offsetTo(AT_WORK))
  world = await buildWorld(database.owner)
  made = await opened(world.nova.partners[0].member, world.nova.topicId, { subject: 'The feed stands still' })
})

const marketplace = async (slug = 'nova') => {
  const found = await marketplaceBySlug(slug)
  if (!found) throw new Error(slug)
  return found
}
const pass = (more: Partial<ViewPass> = {}): ViewPass => ({
  ticketId: made.ticketId,
  partnerId: world.nova.partners[0].partnerId,
  membershipId: world.nova.partners[0].member.membershipId,
  expiresAt: inDays(14),
  ...more,
})
const token = (more: Partial<ViewPass> = {}, marketplaceId = world.nova.marketplaceId) =>
  viewToken(marketplaceId, pass(more))
const shown = async (secret: string, slug = 'nova') => viewedRequest(await marketplace(slug), secret, 'en')

describe('the read-only link of a mail (002-06)', () => {
  test('002-06 shows the whole thread as it stands now, with nothing to act on', async () => {
    const ticket = await database.owner.ticket.findFirstOrThrow({ where: { id: made.ticketId } })
    const said = { ticketId: made.ticketId, version: ticket.version, body: 'Try it again.', attachmentIds: [] }
    const answered = await answerTicket(world.nova.agent, said)
    expect(answered.ok).toBe(true)
    const viewed = await shown(token())
    if (viewed?.state !== 'good') throw new Error('not shown')
    expect(viewed.ticket.number).toBe(made.number)
    expect(viewed.ticket.thread.map(({ body }) => body)).toContain('Try it again.')
    expect(viewed.ticket.side).toBe('partner')
    expect(viewed.timeZone, 'as in the mail, not the marketplace’s').toBe('Europe/Madrid')
  })

  test('looking at it changes nothing', async () => {
    const state = () =>
      Promise.all([
        database.owner.ticket.findMany(),
        database.owner.notice.findMany({ orderBy: { id: 'asc' } }),
        database.owner.ticketRead.findMany(),
        database.owner.delivery.findMany({ orderBy: { id: 'asc' } }),
      ])
    const before = await state()
    await shown(token())
    expect(await state()).toEqual(before)
  })

  test('made up, changed in any letter, cut or of another marketplace: absent', async () => {
    const good = token()
    for (const made of ['', 'x'.repeat(112), good.slice(1), `${good}A`, good.replace(/.$/, '='), `${good}/..`])
      expect(await shown(made)).toBeNull()
    for (let place = 0; place < good.length - 1; place += 7) {
      const other = good[place] === 'A' ? 'B' : 'A'
      expect(readViewToken(world.nova.marketplaceId, good.slice(0, place) + other + good.slice(place + 1))).toBeNull()
    }
    expect(await shown(good, 'orbit')).toBeNull()
    expect(await shown(token({}, world.orbit.marketplaceId))).toBeNull()
  })

  test('a pass holds what was put in, to the second', () => {
    expect(readViewToken(world.nova.marketplaceId, token())).toEqual(pass())
    expect(viewPath({ id: world.nova.marketplaceId, slug: 'nova' }, pass())).toMatch(/^\/nova\/view\/[\w-]{112}$/)
  })

  test('sealed for somebody of another company, for staff, or for a request of another company: absent', async () => {
    const [, sever] = world.nova.partners
    const foreign = { partnerId: sever.partnerId, membershipId: sever.owner.membershipId }
    expect(await shown(token(foreign))).toBeNull()
    expect(await shown(token({ partnerId: sever.partnerId }))).toBeNull()
    expect(await shown(token({ membershipId: world.nova.agent.membershipId }))).toBeNull()
  })

  test('who may no longer read it, or has left, sees nothing', async () => {
    const casa = world.nova.partners[0]
    const colleague = token({ membershipId: casa.technical.membershipId })
    expect(await shown(colleague)).toMatchObject({ state: 'good' })
    const company = { where: { id: casa.partnerId } }
    await database.owner.partner.updateMany({ ...company, data: { membersSeeAll: false } })
    expect(await shown(colleague)).toBeNull()
    await database.owner.partner.updateMany({ ...company, data: { membersSeeAll: true } })
    const membership = { where: { id: casa.technical.membershipId } }
    await database.owner.membership.updateMany({ ...membership, data: { disabledAt: AT_WORK } })
    expect(await shown(colleague)).toBeNull()
    await database.owner.membership.updateMany({ ...membership, data: { disabledAt: null } })
    const person = { where: { id: casa.technical.userId } }
    await database.owner.user.updateMany({ ...person, data: { disabledAt: AT_WORK } })
    expect(await shown(colleague)).toBeNull()
    await database.owner.user.updateMany({ ...person, data: { disabledAt: null } })
  })

  test('expired it shows nothing but that; a press mails a new one to the same person, seldom', async () => {
    const { member } = world.nova.partners[0]
    const old = token({ expiresAt: new Date(AT_WORK.getTime() - MINUTE) })
    expect(await shown(old)).toEqual({ state: 'expired' })
    const links = () =>
      database.owner.delivery.findMany({ where: { kind: 'ticket.view_link', recipientId: member.membershipId } })
    for (let press = 0; press < 5; press++)
      expect(await renewViewLink(visitor, await marketplace(), old)).toMatchObject({ ok: true })
    expect(await links()).toHaveLength(5)
    expect(await renewViewLink(visitor, await marketplace(), old)).toMatchObject({
      ok: false,
      why: 'too_many_attempts',
    })
    expect(await links()).toHaveLength(5)
  })

  test('a made-up link that asks for a new one is answered like any other, and nobody is told', async () => {
    const before = await database.owner.delivery.count()
    expect(await renewViewLink({ ip: '192.0.2.8', userAgent: '' }, await marketplace(), 'made up')).toMatchObject({
      ok: true,
    })
    const elsewhere = await renewViewLink({ ip: '192.0.2.9', userAgent: '' }, await marketplace('orbit'), token())
    expect(elsewhere).toMatchObject({ ok: true })
    expect(await database.owner.delivery.count()).toBe(before)
  })

  test('whoever is signed in and may read it is led to the full page', async () => {
    const [casa, sever] = world.nova.partners
    const at = await marketplace()
    const full = (actor: { userId: string; membershipId: string; marketplaceId: string; partnerId: string | null }) => {
      const { userId, membershipId, marketplaceId, partnerId } = actor
      const session = { userId, doors: [{ membershipId, marketplaceId, partnerId }] }
      // biome-ignore lint/suspicious/noExplicitAny: of a session only its person and doors are asked
      return fullPageOf(at, { session: session as any, preferred: null }, token())
    }
    expect(await full(casa.member)).toBe(`/nova/requests/${made.number}`)
    expect(await full(casa.owner)).toBe(`/nova/requests/${made.number}`)
    expect(await full(world.nova.agent)).toBe(`/nova/desk/${made.number}`)
    expect(await full(sever.owner)).toBeNull()
    expect(await full(world.orbit.agent)).toBeNull()
  })
})
