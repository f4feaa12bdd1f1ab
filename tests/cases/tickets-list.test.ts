import { beforeAll, describe, expect, test } from 'vitest'
import type { PartnerActor } from '@/lib/authz'
import { csvStream } from '@/lib/foundation/csv'
import { setMembersSeeAll } from '@/lib/partners'
import {
  addNote,
  answerTicket,
  askPartner,
  cancelTicket,
  closeTicket,
  exportTickets,
  type ListQuery,
  listTickets,
  markRead,
  rateTicket,
  replyToTicket,
  ticketForPartner,
} from '@/lib/tickets'
import { opened, replyForm, uploaded } from '@/tests/builders/tickets'
import { buildWorld, type MarketplaceWorld, type PartnerWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World
let nova: MarketplaceWorld
let casa: PartnerWorld
let severny: PartnerWorld

beforeAll(async () => {
  world = await buildWorld(database.owner)
  nova = world.nova
  ;[casa, severny] = nova.partners
})

async function numbers(actor: PartnerActor, query: Partial<ListQuery>): Promise<string[]> {
  const { rows } = await listTickets(actor, { tab: 'all', locale: 'en', ...query })
  return rows.map((row) => row.number)
}

const said = (ticketId: string, body: string, version = 1) => ({ ticketId, version, body, attachmentIds: [] })

describe('003-31, 004-11: the list filtered', () => {
  test('by day of creation in the reader’s zone, by status and by topic, together and with counts', async () => {
    const { orbit } = world
    const [shop] = orbit.partners
    // 23:30 UTC on 2 March 2026 is already 3 March in Moscow.
    await database.shiftClock(Date.parse('2026-03-02T23:30:00Z') - Date.now())
    const late = await opened(shop.owner, orbit.topicId)
    await database.shiftClock(Date.parse('2026-03-05T10:00:00Z') - Date.now())
    const answered = await opened(shop.owner, orbit.topicId)
    await answerTicket(orbit.agent, said(answered.ticketId, 'Done.'))
    const urgent = await opened(shop.owner, orbit.urgentTopicId, { claim: { condition: 'orders_blocked' } })
    await database.shiftClock(0)

    const moscow = { zone: 'Europe/Moscow' }
    expect(await numbers(shop.owner, { from: '2026-03-03', to: '2026-03-03', ...moscow })).toEqual([late.number])
    expect(await numbers(shop.owner, { to: '2026-03-02', ...moscow })).toEqual([])
    expect(await numbers(shop.owner, { to: '2026-03-02', zone: 'UTC' })).toEqual([late.number])
    expect(await numbers(shop.owner, { from: '2026-03-04' })).toEqual(
      expect.arrayContaining([answered.number, urgent.number]),
    )
    expect(await numbers(shop.owner, { status: 'answered' })).toEqual([answered.number])
    expect(await numbers(shop.owner, { topicId: orbit.urgentTopicId })).toEqual([urgent.number])
    expect(await numbers(shop.owner, { topicId: orbit.topicId, status: 'created' })).toEqual([late.number])
    // A day that is none filters nothing.
    expect(await numbers(shop.owner, { from: '2026-02-30' })).toHaveLength(3)
    const list = await listTickets(shop.owner, { tab: 'all', locale: 'en', topicId: orbit.topicId })
    expect(list).toMatchObject({ filtered: true, counts: { needs_you: 1, with_us: 1, closed: 0 } })
    expect(list.topics.map(({ name }) => name)).toEqual(['Feed import', 'Urgent technical support'])
  })

  test('what a tab holds is what the filters leave, page after page', async () => {
    const { orbit } = world
    const [, shop] = orbit.partners
    const made: string[] = []
    for (let count = 0; count < 52; count += 4) {
      const subjects = ['Odd parcel', 'Even parcel', 'Odd parcel', 'Even parcel']
      const four = await Promise.all(subjects.map((subject) => opened(shop.owner, orbit.topicId, { subject })))
      made.push(...four.map(({ number }) => number))
    }
    const first = await listTickets(shop.owner, { tab: 'with_us', locale: 'en', search: 'parcel' })
    expect(first.rows).toHaveLength(50)
    expect(first.counts.with_us).toBe(52)
    const cursor = first.nextCursor ?? ''
    const second = await listTickets(shop.owner, { tab: 'with_us', locale: 'en', search: 'parcel', cursor })
    expect(new Set([...first.rows, ...second.rows].map((row) => row.number))).toEqual(new Set(made))
    expect(await numbers(shop.owner, { search: 'odd parcel' })).toHaveLength(26)
  })
})

describe('the search', () => {
  test('finds subject, messages of both sides, names of files and numbers, and shows what it met', async () => {
    const bySubject = await opened(casa.owner, nova.topicId, { subject: 'Kaleidoscope is missing' })
    const byMessage = await opened(casa.owner, nova.topicId, { body: 'The word is zanzibar, in the middle of it.' })
    const byAnswer = await opened(casa.owner, nova.topicId)
    await answerTicket(nova.agent, said(byAnswer.ticketId, 'Please look at the quicksilver setting.'))
    const byFile = await opened(casa.owner, nova.topicId)
    const file = await uploaded(casa.owner, 'marmalade-log_2026.png')
    await replyToTicket(casa.owner, replyForm(byFile.ticketId, { attachmentIds: [file] }))

    expect(await numbers(casa.owner, { search: 'kaleidoscope' })).toEqual([bySubject.number])
    expect(await numbers(casa.owner, { search: 'ZANZ' })).toEqual([byMessage.number])
    expect(await numbers(casa.owner, { search: 'quicksilver setting' })).toEqual([byAnswer.number])
    expect(await numbers(casa.owner, { search: 'marmalade' })).toEqual([byFile.number])
    expect(await numbers(casa.owner, { search: 'log 2026' })).toEqual([byFile.number])

    const [digits] = /\d+$/.exec(bySubject.number) ?? ['']
    for (const typed of [bySubject.number, bySubject.number.toLowerCase(), digits, `№ ${digits}`, `nv ${digits}`])
      expect(await numbers(casa.owner, { search: typed }), typed).toEqual([bySubject.number])
    expect(await numbers(casa.owner, { search: `OB-${digits}` })).toEqual([])

    const { rows } = await listTickets(casa.owner, { tab: 'all', locale: 'en', search: 'zanzibar' })
    expect(rows[0]?.found?.excerpt).toContainEqual({ text: 'zanzibar', hit: true })
    const met = await listTickets(casa.owner, { tab: 'all', locale: 'en', search: 'kaleid' })
    expect(met.rows[0]?.found?.subject).toContainEqual({ text: 'Kaleidoscope', hit: true })
    const clip = await listTickets(casa.owner, { tab: 'all', locale: 'en', search: 'marmalade' })
    expect(clip.rows[0]).toMatchObject({ hasFiles: true })
    expect(await numbers(casa.owner, { search: '!!! ---' })).toEqual([])
    expect(await numbers(casa.owner, { search: "'; drop table ticket; --" })).toEqual([])
  })

  test('never another company’s, another marketplace’s, an agent’s note, or a colleague’s that she may not read', async () => {
    const secret = await opened(severny.owner, nova.topicId, { subject: 'Obsidian ledger', body: 'about obsidian' })
    await addNote(nova.agent, { ticketId: secret.ticketId, body: 'vermilion suspicion', attachmentIds: [] })
    const [digits] = /\d+$/.exec(secret.number) ?? ['']
    const strangers = [casa.owner, casa.technical, world.orbit.partners[0].owner, world.orbit.partners[1].member]
    for (const stranger of strangers)
      for (const search of ['obsidian', secret.number, digits])
        expect(await numbers(stranger, { search }), search).not.toContain(secret.number)
    expect(await numbers(severny.owner, { search: 'vermilion' })).toEqual([])

    expect(await numbers(severny.member, { search: 'obsidian' })).toEqual([secret.number])
    await setMembersSeeAll(severny.owner, { membersSeeAll: false })
    for (const search of ['obsidian', secret.number, digits])
      expect(await numbers(severny.member, { search }), search).toEqual([])
    const { counts, topics } = await listTickets(severny.member, { tab: 'all', locale: 'en', search: 'obsidian' })
    expect(counts).toEqual({ needs_you: 0, with_us: 0, closed: 0 })
    expect(topics).toEqual([])
    expect(await numbers(severny.owner, { search: 'obsidian' })).toEqual([secret.number])
    const exported = []
    for await (const row of exportTickets(severny.member, { tab: 'all', locale: 'en' })) exported.push(row)
    expect(exported).toEqual([])
    await setMembersSeeAll(severny.owner, { membersSeeAll: true })
  })
})

describe('what a row tells', () => {
  test('003-18, 004-12: files, what is new to this reader, the support’s last words and the stars', async () => {
    const { ticketId, number } = await opened(casa.owner, nova.topicId, { subject: 'Peppermint row' })
    const rowFor = async (actor: PartnerActor) =>
      (await listTickets(actor, { tab: 'all', locale: 'en', search: 'peppermint' })).rows[0]
    expect(await rowFor(casa.owner)).toMatchObject({ unread: false, hasFiles: false, lastWords: null, stars: null })
    expect((await ticketForPartner(casa.owner, number, 'en'))?.unreadSince).toBeNull()

    await answerTicket(nova.agent, said(ticketId, 'It is repaired.'))
    expect(await rowFor(casa.owner)).toMatchObject({ unread: true })
    expect((await ticketForPartner(casa.owner, number, 'en'))?.unreadSince).toBeInstanceOf(Date)
    await markRead(casa.owner, { ticketId })
    expect(await rowFor(casa.owner)).toMatchObject({ unread: false })
    expect((await ticketForPartner(casa.owner, number, 'en'))?.unreadSince).toBeNull()
    // One person's reading is hers alone.
    expect(await rowFor(casa.member)).toMatchObject({ unread: true })

    await rateTicket(casa.owner, { ticketId, stars: 4, comment: 'Quick' })
    expect(await rowFor(casa.owner)).toMatchObject({ lastWords: 'It is repaired.', stars: 4, completedReason: 'rated' })
  })

  test('004-12: the reason of a closing is the support’s last word', async () => {
    const { ticketId, number } = await opened(casa.owner, nova.topicId, { subject: 'Closed with a word' })
    const closed = await closeTicket(nova.agent, { ticketId, version: 1, reason: 'Same as an older one.' })
    expect(closed).toMatchObject({ ok: true })
    const { rows } = await listTickets(casa.owner, { tab: 'closed', locale: 'en' })
    expect(rows.find((row) => row.number === number)).toMatchObject({ lastWords: 'Same as an older one.' })
  })
})

describe('the page of a request', () => {
  test('002-08: the word on a fix is asked for while it is the last thing we said', async () => {
    const { ticketId, number } = await opened(casa.owner, nova.topicId)
    const page = async () => {
      const found = await ticketForPartner(casa.owner, number, 'en')
      if (!found) throw new Error('not found')
      return found
    }
    expect((await page()).canTry).toBe(false)
    await askPartner(nova.agent, { ...said(ticketId, 'Empty the cache, please.'), kind: 'try_this' })
    expect((await page()).canTry).toBe(true)
    await replyToTicket(casa.owner, replyForm(ticketId, { body: '', verdict: 'does_not' }))
    const tried = await page()
    expect(tried).toMatchObject({ canTry: false, state: 'in_progress' })
    expect(tried.thread.at(-1)).toMatchObject({ verdict: 'does_not', body: '' })
    expect(tried.history.map(({ kind }) => kind)).toContain('try_failed')
  })

  test('003-21, 003-23: before our answer it can be cancelled; after it solved or rated; completed, rated once', async () => {
    const { ticketId, number } = await opened(casa.owner, nova.topicId)
    const allowed = async () => (await ticketForPartner(casa.owner, number, 'en'))?.allowed
    expect(await allowed()).toMatchObject({ reply: true, cancel: true, solve: false, rate: false, follow: true })
    await answerTicket(nova.agent, said(ticketId, 'Here you are.'))
    expect(await allowed()).toMatchObject({ reply: true, cancel: false, solve: true, rate: true })
    await cancelTicket(casa.owner, { ticketId })
    expect(await allowed()).toMatchObject({ reply: false, cancel: false, solve: false, rate: true, followUp: true })
    await rateTicket(casa.member, { ticketId, stars: 2, comment: 'Slow' })
    expect(await allowed()).toMatchObject({ rate: false })
    const page = await ticketForPartner(casa.owner, number, 'en')
    expect(page?.rating).toMatchObject({ stars: 2, comment: 'Slow', by: { name: 'Casa Lumen member', mine: false } })
  })

  test('003-19, 003-30: its topic, status, exact times and everything that was said and done, oldest first', async () => {
    const { ticketId, number } = await opened(casa.owner, nova.topicId, { subject: 'Every step of it' })
    await askPartner(nova.agent, { ...said(ticketId, 'Which one?'), kind: 'ask' })
    await replyToTicket(casa.owner, replyForm(ticketId, { body: 'The blue one.' }))
    await answerTicket(nova.agent, said(ticketId, 'Repaired.', 3))
    const page = await ticketForPartner(casa.owner, number, 'en')
    expect(page).toMatchObject({
      number,
      subject: 'Every step of it',
      state: 'answered',
      topic: { name: 'Feed import', categoryName: 'Technical support' },
    })
    expect(page?.thread.map(({ kind }) => kind)).toEqual(['request', 'ask', 'message', 'answer'])
    expect(page?.history.map(({ kind, toState }) => [kind, toState])).toEqual([
      ['opened', 'created'],
      ['asked', 'awaiting_partner'],
      ['replied', 'in_progress'],
      ['answered', 'answered'],
    ])
    const times = page?.history.map(({ at }) => at.getTime()) ?? []
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(page?.createdAt.getTime()).toBe(times[0])
  })

  test('003-29: a follow-up and what it follows lead to each other, as far as somebody reads them', async () => {
    const first = await opened(casa.owner, nova.topicId)
    await cancelTicket(casa.owner, { ticketId: first.ticketId })
    const next = await opened(casa.owner, nova.topicId, { followsId: first.ticketId, subject: 'It is back' })
    const before = await ticketForPartner(casa.owner, first.number, 'en')
    expect(before?.followUps).toEqual([{ number: next.number, subject: 'It is back', state: 'created' }])
    expect((await ticketForPartner(casa.owner, next.number, 'en'))?.followsNumber).toBe(first.number)

    const hers = await opened(casa.member, nova.topicId)
    await cancelTicket(casa.member, { ticketId: hers.ticketId })
    await opened(casa.owner, nova.topicId, { followsId: hers.ticketId, subject: 'Not for her' })
    await setMembersSeeAll(casa.owner, { membersSeeAll: false })
    expect((await ticketForPartner(casa.member, hers.number, 'en'))?.followUps).toEqual([])
    expect((await ticketForPartner(casa.owner, hers.number, 'en'))?.followUps).toHaveLength(1)
    await setMembersSeeAll(casa.owner, { membersSeeAll: true })
  })
})

describe('the file of a list', () => {
  test('holds every page of what was asked for, newest first, and no cell is a formula', async () => {
    const { orbit } = world
    const [, shop] = orbit.partners
    await opened(shop.owner, orbit.topicId, { subject: '=HYPERLINK("http://evil.example")' })
    const listed: string[] = []
    for await (const row of exportTickets(shop.owner, { tab: 'all', locale: 'en' })) listed.push(row.subject)
    expect(listed).toHaveLength(53)
    expect(listed[0]).toBe('=HYPERLINK("http://evil.example")')
    async function* cells() {
      for await (const { subject } of exportTickets(shop.owner, { tab: 'all', locale: 'en', search: 'hyperlink' }))
        yield [subject]
    }
    const text = await new Response(csvStream('en', ['Subject'], cells())).text()
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  })
})
