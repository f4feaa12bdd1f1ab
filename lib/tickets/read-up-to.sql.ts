import { Prisma, type Tx } from '@/lib/db'

type Reading = {
  marketplaceId: string
  ticketId: string
  membershipId: string
  partnerId: string
  side: 'partner' | 'staff'
  at: Date
}

/** How far somebody has read, in two tabs at once too: the later one stays. */
export async function readUpTo(tx: Tx, reading: Reading): Promise<void> {
  const { marketplaceId, ticketId, membershipId, partnerId, side, at } = reading
  await tx.$executeRaw(Prisma.sql`
    insert into ticket_read as known (marketplace_id, ticket_id, membership_id, partner_id, side, read_at)
    values (${marketplaceId}::uuid, ${ticketId}::uuid, ${membershipId}::uuid, ${partnerId}::uuid, ${side}, ${at})
    on conflict (marketplace_id, ticket_id, membership_id)
      do update set read_at = greatest(known.read_at, excluded.read_at)`)
}
