import type { PrismaClient, Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { locales } from '@/lib/i18n/locales'
import { answerTimes } from './articles/answer-times'
import { beforeYouWrite } from './articles/before-you-write'
import { choosingATopic } from './articles/choosing-a-topic'
import { fraud } from './articles/fraud'
import { requestsAndStatuses } from './articles/requests-and-statuses'
import type { ArticleSeed } from './articles/shape'

/** The instructions a marketplace may start with, in five languages. Data: each changes its own copy. */
export const articles: readonly ArticleSeed[] = [
  requestsAndStatuses,
  choosingATopic,
  beforeYouWrite,
  answerTimes,
  fraud,
]

/** Writes them into a marketplace, as the owner, as if they had last been changed at `updatedAt`. */
export async function seedArticles(owner: PrismaClient | Tx, marketplaceId: string, updatedAt: Date): Promise<void> {
  const rows = articles.map((article) => ({ ...article, id: newId() }))
  await owner.article.createMany({
    data: rows.map(({ id, slug, section }) => ({ marketplaceId, id, slug, section, updatedAt })),
  })
  await owner.articleText.createMany({
    data: rows.flatMap(({ id, texts }) =>
      locales.map((locale) => ({ marketplaceId, articleId: id, locale, ...texts[locale] })),
    ),
  })
}
