import type { Tx } from '@/lib/db'

/** Gives a new marketplace its counter; joins the owner's transaction. The first ticket is `last` + 1. */
export async function foundNumbering(tx: Tx, marketplaceId: string, last = 1000): Promise<void> {
  await tx.ticketCounter.createMany({ data: { marketplaceId, last } })
}
