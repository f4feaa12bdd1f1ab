import { beforeAll, describe, expect, test } from 'vitest'
import type { FormField, Texts } from '@/lib/catalog'
import { newId } from '@/lib/foundation/ids'
import { locales } from '@/lib/i18n/locales'
import { openTicket, openTicketInput } from '@/lib/tickets'
import { opened, requestForm, uploaded } from '@/tests/builders/tickets'
import { buildWorld, type MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
const formId = newId()

const texts = (text: string) => Object.fromEntries(locales.map((locale) => [locale, `${text} (${locale})`])) as Texts

const fields: FormField[] = [
  { key: 'steps', type: 'long_text', label: texts('Steps'), required: true },
  {
    key: 'where',
    type: 'choice',
    label: texts('Where'),
    required: false,
    options: [
      { key: 'feed', label: texts('Zündapp feed') },
      { key: 'page', label: texts('Page') },
    ],
  },
  { key: 'url', type: 'url', label: texts('Address'), required: true, showWhen: { field: 'where', is: ['page'] } },
  { key: 'browser', type: 'browser', label: texts('Browser'), required: false },
]
const preflight = ['log_out', 'cache', 'cookies'].map((key) => ({ key, text: texts(key) }))

beforeAll(async () => {
  ;({ nova } = await buildWorld(database.owner))
  const { marketplaceId, topicId } = nova
  const { owner } = database
  await owner.form.create({ data: { marketplaceId, id: formId, key: 'fault', current: 2 } })
  const versions = [
    { version: 1, definition: { preflight: [], fields: [] } },
    { version: 2, definition: { preflight, fields } },
  ]
  await owner.formVersion.createMany({
    data: versions.map((version) => ({
      marketplaceId,
      formId,
      createdAt: new Date(0),
      version: version.version,
      definition: JSON.parse(JSON.stringify(version.definition)),
    })),
  })
  await owner.topic.updateMany({ where: { id: topicId }, data: { formId } })
})

const rowOf = (id: string) => database.owner.ticket.findFirstOrThrow({ where: { id } })

describe('the form of a topic', () => {
  test('what was filled in travels with the request, cleaned, with the form and its version (002-04, 003-14)', async () => {
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.owner, nova.topicId, {
      fields: {
        steps: '  1. open\u200b\r\n2. look ',
        where: 'page',
        url: 'shop.example/a',
        browser: 'Firefox 140',
        unknown: 'x',
      },
    })
    expect(await rowOf(ticketId)).toMatchObject({
      formId,
      formVersion: 2,
      fields: { steps: '  1. open\n2. look', where: 'page', url: 'shop.example/a', browser: 'Firefox 140' },
    })
  })

  test('pre-flight steps that were ticked travel too, in the form’s order; none is forced (002-01)', async () => {
    const [casa] = nova.partners
    const ticked = await opened(casa.owner, nova.topicId, {
      fields: { steps: 'a' },
      preflight: ['cookies', 'log_out', 'log_out', 'dance'],
    })
    expect((await rowOf(ticked.ticketId)).preflight).toEqual(['log_out', 'cookies'])
    const none = await opened(casa.owner, nova.topicId, { fields: { steps: 'a' } })
    expect((await rowOf(none.ticketId)).preflight).toEqual([])
  })

  test('what is missing or wrong is refused by field, and nothing is kept (003-14)', async () => {
    const [casa] = nova.partners
    const before = await database.owner.ticket.count()
    const send = (written?: Record<string, string | string[]>) =>
      openTicket(casa.owner, requestForm(nova.topicId, written ? { fields: written } : {}))
    expect(await send()).toEqual({ ok: false, why: 'fields_invalid', details: { fields: { steps: 'required' } } })
    expect(await send({ steps: ' ', where: 'moon' })).toMatchObject({
      details: { fields: { steps: 'required', where: 'not_an_option' } },
    })
    expect(await send({ steps: 'a', where: 'page', url: 'no address' })).toMatchObject({
      details: { fields: { url: 'not_a_url' } },
    })
    expect(await send({ steps: 'x'.repeat(5001) })).toMatchObject({ details: { fields: { steps: 'too_long' } } })
    expect(await database.owner.ticket.count()).toBe(before)
    expect(await database.owner.submission.count()).toBe(before)
  })

  test('a field that is not asked is neither demanded nor kept', async () => {
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.owner, nova.topicId, {
      fields: { steps: 'a', where: 'feed', url: 'left.example' },
    })
    expect((await rowOf(ticketId)).fields).toEqual({ steps: 'a', where: 'feed' })
  })

  test('a topic without a form takes no fields and forgets what was sent', async () => {
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.owner, nova.urgentTopicId, {
      claim: { condition: 'orders_blocked' },
      fields: { steps: 'a' },
      preflight: ['cache'],
    })
    expect(await rowOf(ticketId)).toMatchObject({ formId: null, formVersion: null, fields: {}, preflight: [] })
  })

  test('the request is found by its subject, by what was filled in and by the names of its files', async () => {
    const [casa] = nova.partners
    const file = await uploaded(casa.owner, 'ledger_march.png')
    const { ticketId } = await opened(casa.owner, nova.topicId, {
      subject: 'Lighthouse dark',
      fields: { steps: 'press the anvil', where: 'feed' },
      attachmentIds: [file],
    })
    for (const word of ['lighthouse', 'anvil', 'zundapp', 'ledger', 'march', 'updated']) {
      const rows = await database.owner.$queryRaw<{ ticket_id: string }[]>`
        select ticket_id from ticket_search where audience = 'partner' and document @@ search_query('en', ${word})`
      expect(
        rows.map((row) => row.ticket_id),
        word,
      ).toContain(ticketId)
    }
  })

  test('a form larger than any is not even read', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`k${index}`, 'x']))
    const parse = (more: object) => openTicketInput.safeParse({ ...requestForm(nova.topicId), ...more }).success
    expect(parse({ fields: many })).toBe(false)
    expect(parse({ fields: { steps: { deep: 'x' } } })).toBe(false)
    expect(parse({ fields: { steps: ['a', 'b'] }, preflight: ['cache'] })).toBe(true)
  })
})

describe('topics for companies that are live (000-02, 000-09)', () => {
  test.each([
    ['interested', 'not_live'],
    ['onboarding', 'not_live'],
    ['live', true],
    ['paused', true],
  ])('a company that is %s: %s', async (lifecycle, expected) => {
    const [casa] = nova.partners
    const { marketplaceId, teamId, topicId } = nova
    const { categoryId } = await database.owner.topic.findFirstOrThrow({ where: { id: topicId } })
    const id = newId()
    const key = `live-${lifecycle}`
    await database.owner.topic.create({ data: { marketplaceId, id, categoryId, teamId, key, liveOnly: true } })
    await database.owner.partner.updateMany({ where: { id: casa.partnerId }, data: { lifecycle } })
    const outcome = await openTicket(casa.owner, requestForm(id))
    expect(outcome.ok || outcome.why).toBe(expected)
    const elsewhere = await openTicket(casa.owner, requestForm(topicId, { fields: { steps: 'a' } }))
    expect(elsewhere.ok).toBe(true)
  })
})
