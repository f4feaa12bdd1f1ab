import type { Tx } from '@/lib/db'
import { settingsOf } from '@/lib/marketplace'
import type { MoveFacts } from './lifecycle'

export type Rated = { stars: number; comment: string; ratedById: string; ratedAt: Date }

/** What the partner thinks of the support on this request; null while it has not said (003-23). */
export async function ratingOf(tx: Tx, ticketId: string): Promise<Rated | null> {
  const row = await tx.rating.findFirst({ where: { ticketId } })
  if (!row) return null
  const { stars, comment, ratedById, ratedAt } = row
  return { stars, comment, ratedById, ratedAt }
}

/** What the lifecycle asks beside the state, rating included; `lifecycle.move` then says whether it may still be rated. */
export async function moveFacts(
  tx: Tx,
  ticket: { id: string; marketplaceId: string; completedAt: Date | null },
  now: Date,
): Promise<MoveFacts> {
  const rating = await ratingOf(tx, ticket.id)
  const { ratingDays } = await settingsOf(tx, ticket.marketplaceId)
  return { now, completedAt: ticket.completedAt, ratedAt: rating?.ratedAt ?? null, ratingDays }
}
