import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import type { Outcome } from '@/lib/foundation/outcome'
import { ok, refuse } from '@/lib/foundation/outcome'
import type { Locale } from '@/lib/i18n/locales'
import { isSlug } from './schema'

export type NewMarketplace = { slug: string; name: string; prefix: string; locale: Locale; timeZone: string }

/**
 * Writes a marketplace and its settings; joins the owner's transaction, because the restricted roles may not.
 * Refuses a slug or a prefix that is taken, a slug also by a path of our own.
 */
export async function foundMarketplace(
  tx: Tx,
  now: Date,
  wanted: NewMarketplace,
): Promise<Outcome<string, 'slug_taken' | 'prefix_taken'>> {
  const { slug, name, prefix, locale, timeZone } = wanted
  if (!isSlug(slug) || (await tx.marketplace.findUnique({ where: { slug } }))) return refuse('slug_taken')
  if (await tx.marketplace.findUnique({ where: { prefix } })) return refuse('prefix_taken')
  const id = newId()
  await tx.marketplace.create({
    data: { id, slug, name, prefix, defaultLocale: locale, timeZone, createdAt: now },
  })
  await tx.marketplaceSettings.create({ data: { marketplaceId: id } })
  return ok(id)
}
