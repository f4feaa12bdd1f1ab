import { Prisma, type Tx } from '@/lib/db'

/**
 * Gives a new ticket the marketplace's next number. The counter's row is held until commit, so this comes after
 * everything that can be slow or refused; only then do two openings in one marketplace wait for each other.
 */
export async function takeNumber(tx: Tx, marketplaceId: string, ticketId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ number: number }[]>(Prisma.sql`
    with next as (
      update ticket_counter set last = last + 1 where marketplace_id = ${marketplaceId}::uuid returning last)
    update ticket set number = next.last from next
    where ticket.marketplace_id = ${marketplaceId}::uuid and ticket.id = ${ticketId}::uuid
    returning ticket.number`)
  const number = rows[0]?.number
  if (number === undefined) throw new Error('the marketplace has no ticket counter')
  return number
}
