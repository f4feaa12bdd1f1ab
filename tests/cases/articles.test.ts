import { beforeAll, describe, expect, test } from 'vitest'
import { articleBlocks, articleBySlug, articleList, SECTIONS } from '@/lib/articles'
import { newId } from '@/lib/foundation/ids'
import { locales } from '@/lib/i18n/locales'
import { articles, seedArticles } from '@/prisma/seeds/articles'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
const changed = new Date('2026-10-07T09:30:00Z')
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
  await seedArticles(database.owner, world.nova.marketplaceId, changed)
})

const member = () => world.nova.partners[0].member

describe('instructions (003-01, 003-03)', () => {
  test.each(locales)('%s: the list names each by section, in the order of the alphabet', async (locale) => {
    const list = await articleList(member(), locale)
    expect(list).toHaveLength(articles.length)
    const places = list.map(({ section }) => SECTIONS.indexOf(section))
    expect(places).toEqual([...places].sort())
    const support = list.filter(({ section }) => section === 'seller_support').map(({ title }) => title)
    expect(support).toEqual([...support].sort(new Intl.Collator(locale).compare))
    expect(list.every(({ updatedAt }) => updatedAt.getTime() === changed.getTime())).toBe(true)
  })

  test('one article: its section, the day it was last changed, its text in the language of the reader (003-01)', async () => {
    const article = await articleBySlug(member(), 'requests-and-statuses', 'ru')
    expect(article).toMatchObject({ section: 'seller_support', updatedAt: changed, lang: 'ru' })
    expect(article?.title).toBe('Как устроены обращения и что означают статусы')
    expect(article?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(4)
  })

  test('statuses (003-30), choosing (003-08), pre-flight (002-01), fraud (003-02), times and limits (002-10, 002-11), urgent (000-04)', () => {
    const said = (slug: string) => articles.find((article) => article.slug === slug)?.texts.en.body ?? ''
    for (const status of ['Created', 'Answer received', 'Waiting for your answer', 'Completed'])
      expect(said('requests-and-statuses'), '003-30').toContain(`- ${status}: `)
    expect(said('choosing-a-topic'), '003-08').toContain('“Product card”')
    for (const step of ['Log out', 'cache', 'cookies', 'another browser', 'Wait'])
      expect(said('before-you-write'), '002-01').toContain(step)
    expect(said('protect-yourself-from-fraud'), '003-02').toContain('password')
    expect(said('answer-times'), '002-10').toContain('a few working days')
    expect(said('answer-times'), '002-11').toContain('no limit a day')
    expect(said('answer-times'), '000-04').toContain('HTTP 500')
  })

  test('are whole in five languages: the same parts in each, nothing left in English', () => {
    for (const { slug, texts } of articles) {
      const parts = (locale: (typeof locales)[number]) =>
        articleBlocks(texts[locale].body).map((block) => (block.kind === 'list' ? block.items.length : block.kind))
      for (const locale of locales) {
        expect(parts(locale), `${slug} ${locale}`).toEqual(parts('en'))
        if (locale !== 'en') expect(texts[locale].title).not.toBe(texts.en.title)
        if (locale === 'ru') expect(texts.ru.body).toMatch(/[а-яё]/i)
      }
    }
  })

  test('what is not written in a language is read in English, and says so', async () => {
    const { marketplaceId } = world.nova
    const id = newId()
    await database.owner.article.create({
      data: { marketplaceId, id, slug: 'only-english', section: 'finance', updatedAt: changed },
    })
    const text = { marketplaceId, articleId: id, locale: 'en', title: 'Only English', body: 'One line.' }
    await database.owner.articleText.create({ data: text })
    expect(await articleBySlug(member(), 'only-english', 'es')).toMatchObject({ title: 'Only English', lang: 'en' })
  })

  test("an archived one is gone, another marketplace's was never there; staff read what partners read", async () => {
    const { marketplaceId } = world.nova
    await database.owner.article.updateMany({
      where: { marketplaceId, slug: 'answer-times' },
      data: { archivedAt: changed },
    })
    expect(await articleBySlug(member(), 'answer-times', 'en')).toBeNull()
    expect((await articleList(member(), 'en')).map(({ slug }) => slug)).not.toContain('answer-times')
    expect(await articleList(world.orbit.partners[0].owner, 'en')).toEqual([])
    expect(await articleBySlug(world.orbit.agent, 'choosing-a-topic', 'en')).toBeNull()
    expect(await articleBySlug(world.nova.agent, 'choosing-a-topic', 'en')).not.toBeNull()
    for (const slug of ['\0', 'a', '../x', 'CHOOSING-A-TOPIC', 'x'.repeat(200)])
      expect(await articleBySlug(member(), slug, 'en')).toBeNull()
  })
})
