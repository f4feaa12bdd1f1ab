import type { Actor } from '@/lib/authz'
import { membershipsOf } from '@/lib/identity'
import { marketplacesById } from '@/lib/marketplace'

/** Where a membership is at home. */
export function homeOf(slug: string, side: Actor['side']): string {
  return side === 'staff' ? `/${slug}/desk` : `/${slug}/requests`
}

/**
 * Where a sign-in leads: to `next` when it is a page of this marketplace, else home in this marketplace, else home
 * where the person does belong.
 */
export async function landing(userId: string, slug: string, next?: string): Promise<string> {
  const actors = await membershipsOf(userId)
  const marketplaces = await marketplacesById([...new Set(actors.map((actor) => actor.marketplaceId))])
  const homes = actors.map((actor) => ({ slug: marketplaces.get(actor.marketplaceId)?.slug ?? slug, side: actor.side }))
  const here = homes.filter((home) => home.slug === slug)
  if (here.length > 0 && next && isPageOf(slug, next)) return next
  const home = here.find(({ side }) => side === 'staff') ?? here[0] ?? homes[0]
  return home ? homeOf(home.slug, home.side) : `/${slug}/sign-in`
}

/** Only a path of this marketplace is followed: an address from outside could lead anywhere. */
export function isPageOf(slug: string, path: string): boolean {
  if (!path.startsWith(`/${slug}/`) || /[\\\p{C}]/u.test(path)) return false
  const url = new URL(path, 'http://here.example')
  return url.host === 'here.example' && url.pathname.startsWith(`/${slug}/`) && !url.pathname.includes('//')
}
