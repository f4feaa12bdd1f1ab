import type { Tx } from '@/lib/db'
import type { Channel } from '@/lib/delivery'
import { contactsOf } from './contacts-of'

export type Reachability = {
  /** By which roads a page of the mildest severity reaches her, in the order of her rules; empty: none. */
  channels: Channel[]
  /** Nothing that she proved is named by a rule: only her account's address is left, and only where no policy asks for more. */
  fallbackOnly: boolean
}

/** How well each of these people can be reached, for pages that show a schedule or a policy. */
export async function reachability(tx: Tx, membershipIds: readonly string[]): Promise<Map<string, Reachability>> {
  const lines = await contactsOf(tx, membershipIds, 'P2')
  return new Map(
    [...lines].map(([id, own]) => [
      id,
      { channels: [...new Set(own.map(({ channel }) => channel))], fallbackOnly: own.length === 0 },
    ]),
  )
}
