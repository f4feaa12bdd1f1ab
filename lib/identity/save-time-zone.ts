import { withoutTenant } from '@/lib/tenancy'

/** Keeps the zone in which a person reads times (IANA name); null: that of the marketplace she looks at. */
export async function saveTimeZone(userId: string, timeZone: string | null): Promise<void> {
  await withoutTenant((tx) => tx.user.update({ where: { id: userId }, data: { timeZone } }))
}
