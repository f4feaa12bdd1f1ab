import type { Tx } from '@/lib/db'
import type { Channel } from '@/lib/delivery'
import { asMethod, type ContactMethod } from './store'

/** Which method of hers a message goes by, as its row in the ledger names it. */
export type MethodKey = { recipientId: string; channel: Channel; address: string }

/**
 * The method behind a message in the ledger, with what its channel needs (the keys of a browser's push subscription);
 * null when she has removed it meanwhile. One that is switched off is answered too: `disabledAt` says so.
 */
export async function methodFor(tx: Tx, { recipientId, channel, address }: MethodKey): Promise<ContactMethod | null> {
  const row = await tx.contactMethod.findFirst({ where: { membershipId: recipientId, channel, address } })
  return row && asMethod(row)
}
