import { withoutTenant } from '@/lib/tenancy'

export type Behind = { marketplaceId: string; membershipId: string; escalationId: string }

/**
 * The run behind a page and whose page it was, through one of the three narrow doors across tenants: an acknowledge link
 * carries no marketplace. Ids only; what lies behind them is read again under row security.
 */
export async function escalationBehind(deliveryId: string): Promise<Behind | null> {
  const rows = await withoutTenant(
    (tx) => tx.$queryRaw<Behind[]>`
      select marketplace_id as "marketplaceId", recipient_id as "membershipId", escalation_id as "escalationId"
        from escalation_behind(${deliveryId}::uuid)`,
  )
  return rows[0] ?? null
}
