import { beforeAll, describe, expect, test } from 'vitest'
import {
  fieldAnswers,
  formOf,
  formOfTopic,
  formVersionOf,
  preflightTexts,
  searchTopics,
  shownFields,
  topicById,
  topicTree,
} from '@/lib/catalog'
import { newId } from '@/lib/foundation/ids'
import { type Locale, locales } from '@/lib/i18n/locales'
import { asPartner, asStaff } from '@/lib/tenancy'
import { catalogue, seedCatalogue } from '@/prisma/seeds/catalogue'
import { forms } from '@/prisma/seeds/catalogue/forms'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
const at = new Date('2026-11-01T08:00:00Z')
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
  const { marketplaceId, calendarId } = world.orbit
  const teams = new Map<string, string>()
  for (const key of ['catalogue', 'finance', 'technical', 'logistics', 'care']) {
    const id = newId()
    teams.set(key, id)
    await database.owner.team.create({ data: { marketplaceId, id, key: `${key}-team`, name: key } })
  }
  // The world's own few topics make room.
  await database.owner.slaPolicy.deleteMany({ where: { marketplaceId } })
  await database.owner.topicText.deleteMany({ where: { marketplaceId } })
  await database.owner.topic.deleteMany({ where: { marketplaceId } })
  await database.owner.category.deleteMany({ where: { marketplaceId } })
  await seedCatalogue(database.owner, marketplaceId, teams, calendarId, at)
})

const tree = (locale: Locale) => topicTree(world.orbit.partners[0].member, locale)

describe('the catalogue', () => {
  test('has the nine reasons of 004-01, the product card of 003-08 and the technical ones of 000', () => {
    expect(catalogue.map(({ key }) => key).sort()).toEqual(
      [
        'registration',
        'exposure',
        'selling',
        'finance',
        'integration',
        'promotions',
        'portal',
        'services',
        'general',
        'product-card',
        'technical',
        'urgent',
      ].sort(),
    )
    const urgent = catalogue.flatMap(({ topics }) => topics).filter((topic) => topic.urgent)
    expect(urgent.map(({ key }) => key)).toEqual(['urgent'])
    for (const { key, topics } of catalogue) {
      if (key !== 'urgent') expect(topics.length, key).toBeGreaterThanOrEqual(2)
    }
    const keys = catalogue.flatMap(({ topics }) => topics.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('is whole in five languages: names, help, other words, nothing left in English', () => {
    for (const { key, names, topics } of catalogue) {
      expect(new Set(locales.map((locale) => names[locale])).size, key).toBe(locales.length)
      for (const topic of topics) {
        for (const locale of locales) {
          const { name, help, synonyms } = topic.texts[locale]
          expect(`${name}|${help}|${synonyms}`, `${topic.key} ${locale}`).toMatch(/^.{4,60}\|.{20,140}\|.+,.+$/)
          if (locale === 'ru') expect(name + help, topic.key).toMatch(/[а-яё]/i)
        }
        for (const part of ['name', 'help', 'synonyms'] as const) {
          const different = new Set(locales.map((locale) => topic.texts[locale][part]))
          expect(different.size, `${topic.key} ${part}`).toBe(locales.length)
        }
      }
    }
  })

  test.each(locales)('%s: both levels stand in the order of the alphabet, not of bytes (003-07)', async (locale) => {
    const branches = await tree(locale)
    expect(branches).toHaveLength(12)
    const inOrder = new Intl.Collator(locale).compare
    const sorted = (names: string[]) => [...names].sort(inOrder)
    const names = branches.map(({ name }) => name)
    expect(names).toEqual(sorted(names))
    for (const { topics } of branches) {
      const own = topics.map(({ name }) => name)
      expect(own).toEqual(sorted(own))
    }
  })

  test('accents do not push a name to the end', async () => {
    const { marketplaceId } = world.nova
    for (const name of ['Zona', 'Ética', 'Envío']) {
      const categoryId = newId()
      const topicId = newId()
      await database.owner.category.create({ data: { marketplaceId, id: categoryId, key: name } })
      await database.owner.categoryText.create({ data: { marketplaceId, categoryId, locale: 'es', name } })
      const topic = { marketplaceId, id: topicId, categoryId, key: name, teamId: world.nova.teamId }
      await database.owner.topic.create({ data: topic })
    }
    const branches = await topicTree(world.nova.partners[0].owner, 'es')
    expect(branches.map(({ name }) => name)).toEqual(['Envío', 'Ética', 'Technical support', 'Zona'])
  })
})

describe('searching for a topic', () => {
  test.each<[Locale, string, string]>([
    ['en', 'recommendations', 'card-recommendations'],
    ['en', 'refund', 'selling-returns'],
    ['en', 'TRACKING', 'delivery-tracking'],
    ['it', 'bonifico', 'finance-payout'],
    ['es', 'codigo de barras', 'registration-barcode'],
    ['es', 'contraseña', 'portal-login'],
    ['ru', 'рекомендации', 'card-recommendations'],
    ['ru', 'счет', 'finance-invoice'],
    ['ru', 'трек-номер', 'delivery-tracking'],
    ['pt-BR', 'nota fiscal', 'finance-invoice'],
    ['pt-BR', 'promoções preco', 'promotions-price'],
    // A word of another language finds it too.
    ['it', 'payout', 'finance-payout'],
    ['ru', 'login', 'portal-login'],
    ['pt-BR', 'sito giù', 'urgent'],
  ])('%s: %j finds %s first', async (locale, query, key) => {
    expect(searchTopics(await tree(locale), query, locale)[0]?.topic.key).toBe(key)
  })

  test('nothing for nothing, nothing for nonsense', async () => {
    const branches = await tree('en')
    for (const query of ['', '   ', '\u200b', 'qwertzuiop']) {
      expect(searchTopics(branches, query, 'en')).toEqual([])
    }
    expect(searchTopics(branches, '(.*)+$[', 'en')).toEqual([])
  })

  test('an archived topic is not offered', async () => {
    const where = { marketplaceId: world.orbit.marketplaceId, key: 'card-reviews' }
    await database.owner.topic.updateMany({ where, data: { archivedAt: new Date(0) } })
    const keys = (await tree('en')).flatMap(({ topics }) => topics.map(({ key }) => key))
    expect(keys).not.toContain('card-reviews')
    await database.owner.topic.updateMany({ where, data: { archivedAt: null } })
  })
})

describe('what a topic asks and advises', () => {
  const member = () => world.orbit.partners[0].member
  const topicId = async (key: string) =>
    (await database.owner.topic.findFirstOrThrow({ where: { marketplaceId: world.orbit.marketplaceId, key } })).id
  const formOn = async (key: string, locale: Locale = 'en') => formOfTopic(member(), await topicId(key), locale)
  const all = catalogue.flatMap(({ topics }) => topics)

  test('every form is asked somewhere, and every topic names one that is there', () => {
    const known = forms.map(({ key }) => key)
    expect(new Set(known).size).toBe(known.length)
    expect(new Set(all.flatMap(({ form }) => form ?? []))).toEqual(new Set(known))
  })

  test('technical ones ask for steps, error messages, measures and business impact (002-04, 002-12)', async () => {
    for (const key of [
      'technical-bug',
      'technical-feed',
      'technical-fulfilment',
      'integration-orders',
      'portal-error',
    ]) {
      const asked = (await formOn(key))?.fields.map((field) => field.key)
      expect(asked, key).toEqual(expect.arrayContaining(['steps', 'messages', 'measures', 'impact']))
    }
    expect((await formOn('portal-error'))?.fields.find(({ key }) => key === 'browser')?.type).toBe('browser')
    const fault = (await formOn('technical-bug'))?.fields ?? []
    const shown = (part: string) => shownFields(fault, { part }).map(({ key }) => key)
    expect(shown('orders')).toContain('orders')
    expect(shown('orders')).not.toContain('feed')
    expect(shown('feed')).toContain('feed')
    expect(shown('feed')).not.toContain('orders')
  })

  test('finance asks for the period and the number of the invoice', async () => {
    const fields = (await formOn('finance-invoice'))?.fields ?? []
    expect(shownFields(fields, { what: 'missing' }).map(({ key }) => key)).toContain('period')
    expect(shownFields(fields, { what: 'wrong' }).map(({ key }) => key)).toContain('invoice_number')
  })

  test('the portal advises what 002-01 lists; general questions advise nothing', async () => {
    const steps = (await formOn('portal-error'))?.preflight.map(({ key }) => key)
    expect(steps).toEqual(['sign_in_again', 'cache', 'cookies', 'other_browser', 'wait'])
    expect((await formOn('technical-feed'))?.preflight.map(({ key }) => key)).toContain('wait')
    expect(await formOn('general-question')).toBeNull()
    expect((await formOn('general-feedback'))?.preflight).toEqual([])
  })

  test('forms are whole in five languages, and none is secretly English', () => {
    for (const form of forms) {
      const texts = [
        ...form.preflight.map(({ text }) => text),
        ...form.fields.flatMap(({ label, hint, options }) => [
          label,
          ...(hint ? [hint] : []),
          ...(options ?? []).map((one) => one.label),
        ]),
      ]
      for (const text of texts) {
        for (const locale of locales) {
          if (locale !== 'en') expect(text[locale], `${form.key} ${text.en}`).not.toBe(text.en)
          if (locale === 'ru') expect(text[locale]).toMatch(/[а-яё]/i)
        }
      }
    }
  })

  test('the page gets it in its own language, with no other', async () => {
    const view = await formOn('portal-error', 'ru')
    expect(view?.preflight[0]?.text).toBe('Выйти из портала и войти снова')
    expect(JSON.stringify(view)).not.toMatch(/Log out|Uscire|Cerrar|Sair/)
  })

  test('launched partners alone: technical support, urgent, integration but for questions (000-02); suggested themes in order (004-07)', async () => {
    const topics = (await tree('en')).flatMap(({ topics }) => topics)
    const live = topics.filter(({ liveOnly }) => liveOnly).map(({ key }) => key)
    expect(live.sort()).toEqual(
      all
        .filter(({ key }) => /^(technical|integration|urgent)/.test(key) && key !== 'integration-api')
        .map(({ key }) => key)
        .sort(),
    )
    const suggested = topics.flatMap(({ suggested }) => suggested ?? []).sort()
    expect(suggested).toEqual([1, 2, 3, 4, 5, 6])
    await asStaff(world.orbit.agent, async (tx) => {
      expect(await topicById(tx, await topicId('technical-bug'), 'en')).toMatchObject({
        liveOnly: true,
        formId: expect.any(String),
      })
      expect(await topicById(tx, await topicId('general-question'), 'en')).toMatchObject({
        liveOnly: false,
        formId: null,
      })
    })
  })

  test('each topic has an expected time, its own or the general one (002-10)', async () => {
    const { marketplaceId } = world.orbit
    const own = await database.owner.slaPolicy.findMany({ where: { marketplaceId } })
    for (const { key, minutes } of all) {
      const id = await topicId(key)
      const promise = own.find((policy) => policy.topicId === id) ?? own.find((policy) => policy.topicId === null)
      expect(promise?.firstAnswerMinutes, key).toBe(minutes)
    }
  })

  test('a version never changes: what was written is read with the form it was written on', async () => {
    const { marketplaceId } = world.orbit
    const id = await topicId('finance-payout')
    const before = await formOfTopic(member(), id, 'es')
    if (!before) throw new Error('payout asks nothing')
    const written = { what: 'amount', period: '1-15.11.2026', expected: '120,50', received: '100' }
    const definition = {
      preflight: [],
      fields: [
        { key: 'what', type: 'text', required: true, label: { en: 'W', it: 'W', es: 'W', ru: 'W', 'pt-BR': 'W' } },
      ],
    }
    await database.owner.formVersion.create({
      data: { marketplaceId, formId: before.formId, version: 2, definition, createdAt: at },
    })
    await database.owner.form.updateMany({ where: { id: before.formId }, data: { current: 2 } })
    await asPartner(member(), async (tx) => {
      expect(await formOf(tx, id, 'es')).toMatchObject({ version: 2, fields: [{ key: 'what', label: 'W' }] })
      const old = await formVersionOf(tx, before.formId, 1)
      if (!old) throw new Error('the first version is gone')
      expect(fieldAnswers(old, written, 'es').map(({ label, value }) => `${label}: ${value}`)).toEqual([
        'Qué falla: El importe no coincide',
        'Periodo: 1-15.11.2026',
        'Importe que esperabas: 120,50',
        'Importe recibido: 100',
      ])
      expect(await formVersionOf(tx, before.formId, 3)).toBeNull()
    })
    await database.owner.form.updateMany({ where: { id: before.formId }, data: { current: 1 } })
  })

  test('answers are read in words: yes and no, days, several options; steps in their order', async () => {
    await asPartner(member(), async (tx) => {
      const view = await formOf(tx, await topicId('portal-error'), 'it')
      const portal = view && (await formVersionOf(tx, view.formId, view.version))
      if (!portal) throw new Error('the portal asks nothing')
      const tried = preflightTexts(portal, ['wait', 'cache', 'invented'], 'en')
      expect(tried.map((text) => text.slice(0, 5))).toEqual(['Empty', 'Wait '])
      const returned = forms.find(({ key }) => key === 'return')
      const shipped = forms.find(({ key }) => key === 'shipment')
      if (!returned || !shipped) throw new Error('forms are missing')
      const refunded = fieldAnswers(returned, { refunded: 'yes', amount: '12' }, 'ru')
      expect(refunded.map(({ value }) => value)).toEqual(['Да', '12'])
      expect(fieldAnswers(shipped, { day: '2026-11-22', carrier: '' }, 'it').map(({ value }) => value)).toEqual([
        '22 nov 2026',
      ])
    })
  })

  test("another marketplace's form is not there", async () => {
    const form = await database.owner.form.findFirstOrThrow({ where: { marketplaceId: world.orbit.marketplaceId } })
    await asStaff(world.nova.agent, async (tx) => {
      expect(await formVersionOf(tx, form.id, 1)).toBeNull()
    })
    expect(await formOfTopic(world.nova.partners[0].member, await topicId('portal-error'), 'en')).toBeNull()
  })
})
