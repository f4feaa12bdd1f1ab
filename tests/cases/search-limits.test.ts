import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/foundation/ids'
import { noticesOf } from '@/lib/notifications'
import { setMembersSeeAll } from '@/lib/partners'
import { answerTicket, listTickets, queue, replyToTicket } from '@/lib/tickets'
import { MOST_FOUND } from '@/lib/tickets/list-types'
import { opened, replyForm } from '@/tests/builders/tickets'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
})

describe('what people write and look for never breaks search', () => {
  test('a request whose words fill the index still takes messages, and is found by those it held before', async () => {
    const { nova } = world
    const { owner } = nova.partners[0]
    const { ticketId, number } = await opened(owner, nova.topicId, { body: 'The zeppelin export fails.' })
    const log = () => Array.from({ length: 1500 }, () => randomBytes(6).toString('hex')).join(' ')
    for (let times = 0; times < 35; times++)
      expect(await replyToTicket(owner, replyForm(ticketId, { body: log() }))).toMatchObject({ ok: true })
    const { version } = await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
    const answer = { ticketId, version, body: 'Mended.', attachmentIds: [] }
    expect(await answerTicket(nova.agent, answer)).toMatchObject({ ok: true })
    const { rows } = await listTickets(owner, { tab: 'all', locale: 'en', search: 'zeppelin' })
    expect(rows.map((row) => row.number)).toEqual([number])
  })

  test('what is asked is cleaned as what was written: nothing invisible, no zero, full-width letters as plain ones', async () => {
    const { nova } = world
    const { owner } = nova.partners[1]
    const { number } = await opened(owner, nova.topicId, { body: 'The gazebo feed is empty.' })
    for (const search of ['gazebo\0', '\0', 'gaz\u200bebo\u00a0feed', 'ｇａｚｅｂｏ', ' gazebo '])
      for (const list of [
        await listTickets(owner, { tab: 'all', locale: 'en', search }),
        await queue(nova.agent, { view: 'all', locale: 'en', search }),
      ])
        expect(list.rows.map((row) => row.number)).toContain(number)
    for (const search of ["'", '\\', ':*', '& | !', 'a <-> b', "c:\\x'y", '-- ;', '$1', 'x'.repeat(5000)]) {
      await listTickets(owner, { tab: 'all', locale: 'en', search })
      await queue(nova.agent, { view: 'all', locale: 'en', search })
    }
  })

  test('a single letter is found as it stands, and what stands beyond a dozen words is not looked at', async () => {
    const { nova } = world
    const { owner } = nova.partners[1]
    const { number } = await opened(owner, nova.urgentTopicId, {
      claim: { condition: 'integration_down' },
      body: 'Kangaroo class q of the export.',
    })
    const numbers = async (search: string) =>
      (await listTickets(owner, { tab: 'all', locale: 'en', search })).rows.map((row) => row.number)
    expect(await numbers('kangaroo q')).toEqual([number])
    expect(await numbers('kangaroo k')).toEqual([])
    expect(await numbers('ka')).toEqual([number])
    expect(await numbers(`${'kangaroo export class '.repeat(3)} ${'the of '.repeat(20)}`)).toEqual([number])
  })

  test('who reads only her own finds hers, however many of her colleagues’ hold the word (decided 9)', async () => {
    const { nova } = world
    const { owner, member } = nova.partners[0]
    await setMembersSeeAll(owner, { membersSeeAll: false })
    const { ticketId, number } = await opened(member, nova.topicId, { body: 'The marmalade field is missing.' })
    const {
      id: _id,
      number: _number,
      ...like
    } = await database.owner.ticket.findFirstOrThrow({
      where: { id: ticketId },
    })
    const rows = Array.from({ length: MOST_FOUND + 1 }, (_, at) => ({ id: newId(), number: 100_000 + at }))
    const shared = { openedById: owner.membershipId, fields: {}, preflight: [] }
    await database.owner.ticket.createMany({ data: rows.map((row) => ({ ...like, ...shared, ...row })) })
    await database.owner.$executeRaw`
      insert into ticket_search (marketplace_id, ticket_id, audience, partner_id, month, document)
      select t.marketplace_id, t.id, s.audience, t.partner_id, s.month, s.document from ticket t, ticket_search s
       where s.ticket_id = ${ticketId}::uuid and t.number >= 100000 and t.marketplace_id = s.marketplace_id`
    const list = await listTickets(member, { tab: 'all', locale: 'en', search: 'marmalade' })
    expect([list.rows.map((row) => row.number), list.tooMany]).toEqual([[number], false])
    expect((await listTickets(owner, { tab: 'all', locale: 'en', search: 'marmalade' })).tooMany).toBe(true)
    await setMembersSeeAll(owner, { membersSeeAll: true })
  })

  test('an address that nobody was given is as good as none: days and places outside every calendar', async () => {
    const { nova } = world
    const { owner } = nova.partners[1]
    const { number } = await opened(owner, nova.urgentTopicId, { claim: { condition: 'orders_blocked' } })
    const numbers = async (asked: Record<string, string>) =>
      (await listTickets(owner, { tab: 'all', locale: 'en', ...asked })).rows.map((row) => row.number)
    const id = '00000000-0000-7000-8000-000000000000'
    const odd: Record<string, string>[] = [
      { from: '0000-01-01' },
      { from: '0001-01-01', zone: 'Asia/Tokyo' },
      { to: '0000-12-31' },
    ]
    for (const asked of [...odd, { cursor: `999999999999999.${id}` }]) expect(await numbers(asked)).toContain(number)
    expect((await noticesOf(owner, { cursor: `999999999999999.${id}` })).notices).not.toEqual([])
    await queue(nova.agent, { view: 'all', sort: 'change', locale: 'en', cursor: `c.99999999999999.${id}` })
  })
})
