import type { Tx } from '@/lib/db'

/** Whether somebody stands among the technical contacts of her company, at whatever severity and hour (000-11). */
export async function isContact(tx: Tx, membershipId: string): Promise<boolean> {
  return (await tx.partnerContact.count({ where: { membershipId } })) > 0
}
