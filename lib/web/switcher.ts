import { membershipsOf, type Session } from '@/lib/identity'
import { marketplacesById } from '@/lib/marketplace'
import { companyOf } from '@/lib/partners'
import { homeOf } from './landing'
import type { SwitcherEntry } from './schema'

/** Everything a person may act for, oldest first: for the switcher, shown when there is more than one. */
export async function switcher(session: Session): Promise<SwitcherEntry[]> {
  const actors = await membershipsOf(session.userId)
  const marketplaces = await marketplacesById([...new Set(actors.map((actor) => actor.marketplaceId))])
  const entries: SwitcherEntry[] = []
  for (const actor of actors) {
    const marketplace = marketplaces.get(actor.marketplaceId)
    if (!marketplace) continue
    const { slug, name: marketplaceName } = marketplace
    const { membershipId, marketplaceId, side, partnerId, role } = actor
    const companyName = actor.side === 'partner' ? (await companyOf(actor)).name : null
    const home = homeOf(slug, side)
    entries.push({ membershipId, marketplaceId, slug, marketplaceName, side, partnerId, companyName, role, home })
  }
  return entries
}
