import { beforeAll, describe, expect, test } from 'vitest'
import { searchTopics, topicTree } from '@/lib/catalog'
import { newId } from '@/lib/foundation/ids'
import { type Locale, locales } from '@/lib/i18n/locales'
import { catalogue, seedCatalogue } from '@/prisma/seeds/catalogue'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
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
  await seedCatalogue(database.owner, marketplaceId, teams, calendarId)
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
