import type { Tx } from '@/lib/db'
import { defaultLocale, isLocale } from '@/lib/i18n/locales'
import { withoutTenant } from '@/lib/tenancy'
import { isSlug, type Marketplace, type MarketplaceSettings } from './schema'

type Row = Omit<Marketplace, 'defaultLocale'> & { defaultLocale: string }

function shown(row: Row): Marketplace {
  const { id, slug, name, prefix, timeZone, brandColor } = row
  const locale = isLocale(row.defaultLocale) ? row.defaultLocale : defaultLocale
  return { id, slug, name, prefix, defaultLocale: locale, timeZone, brandColor }
}

/** The marketplace that a path names, or null: whoever asks may be anybody. */
export async function marketplaceBySlug(slug: string): Promise<Marketplace | null> {
  if (!isSlug(slug)) return null
  const row = await withoutTenant((tx) => tx.marketplace.findUnique({ where: { slug } }))
  return row && shown(row)
}

/** Several at once, for a person who works in more than one; those that do not exist are left out. */
export async function marketplacesById(ids: readonly string[]): Promise<Map<string, Marketplace>> {
  if (ids.length === 0) return new Map()
  const rows = await withoutTenant((tx) => tx.marketplace.findMany({ where: { id: { in: [...ids] } } }))
  return new Map(rows.map((row) => [row.id, shown(row)]))
}

/** All there are, by name: the doors that the front page shows to somebody who is not signed in. */
export async function allMarketplaces(): Promise<Marketplace[]> {
  const rows = await withoutTenant((tx) => tx.marketplace.findMany({ orderBy: { name: 'asc' } }))
  return rows.map(shown)
}

/** The ids of all there are; a transaction of any side and marketplace may ask. */
export async function marketplaceIds(tx: Tx): Promise<string[]> {
  const rows = await tx.marketplace.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}

/** The marketplace of an open transaction. Throws when there is none: the id came from a row. */
export async function marketplaceOf(tx: Tx, id: string): Promise<Marketplace> {
  return shown(await tx.marketplace.findUniqueOrThrow({ where: { id } }))
}

/** The marketplace's own numbers. Throws when the transaction stands in another marketplace. */
export async function settingsOf(tx: Tx, marketplaceId: string): Promise<MarketplaceSettings> {
  const row = await tx.marketplaceSettings.findUniqueOrThrow({ where: { marketplaceId } })
  const { marketplaceId: _, fileBytes, messageBytes, ...rest } = row
  return { ...rest, fileBytes: Number(fileBytes), messageBytes: Number(messageBytes) }
}
