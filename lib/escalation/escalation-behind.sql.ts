import { withoutTenant } from '@/lib/tenancy'

export type Behind = { marketplaceId: string; membershipId: string; escalationId: string }

/**
 * The run behind a page and whose page it was, through one of the three narrow doors across tenants: an acknowledge link
 * carries no marketplace. When one message carried several of her pages, all of their runs, its own first. Ids only; what
 * lies behind them is read again under row security.
 */
export async function escalationsBehind(deliveryId: string): Promise<Behind[]> {
  return withoutTenant(
    (tx) => tx.$queryRaw<Behind[]>`
      select marketplace_id as "marketplaceId", recipient_id as "membershipId", escalation_id as "escalationId"
        from escalation_behind(${deliveryId}::uuid)`,
  )
}
