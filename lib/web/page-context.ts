import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Session } from '@/lib/identity'
import { type Marketplace, marketplaceBySlug } from '@/lib/marketplace'
import { type ActorFor, chooseActor, type Side } from './choose-actor'
import { knock, preferences } from './knock'
import { type Viewer, viewerOf } from './viewer'

export type PublicContext = { marketplace: Marketplace; session: Session | null; viewer: Viewer }
export type PageContext<S extends Side> = {
  actor: ActorFor<S>
  marketplace: Marketplace
  session: Session
  viewer: Viewer
}

/** For pages that anybody may open, such as sign-in. A marketplace that does not exist is the ordinary 404. */
export const publicContext = cache(async (slug: string): Promise<PublicContext> => {
  const request = await knock()
  const marketplace = await marketplaceBySlug(slug)
  if (!marketplace) notFound()
  return { marketplace, session: request.session, viewer: viewerOf(request, marketplace) }
})

/**
 * For every other page: who acts, where, and for whom it is written. Signed out leads to sign-in and back to `next`
 * (a path); a marketplace or side that is not the person's is the ordinary 404, as if it were not there.
 */
export async function pageContext<S extends Side>(slug: string, side: S, next?: string): Promise<PageContext<S>> {
  return (await contextOf(slug, side, next)) as PageContext<S>
}

/** Only the actor of `pageContext`. */
export async function pageActor<S extends Side>(slug: string, side: S, next?: string): Promise<ActorFor<S>> {
  return (await pageContext(slug, side, next)).actor
}

const contextOf = cache(async (slug: string, side: Side, next: string | undefined) => {
  const { marketplace, session, viewer } = await publicContext(slug)
  if (!session) redirect(`/${slug}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`)
  const preferred = (await knock()).cookie(preferences.membership)
  const actor = await chooseActor(session, { marketplaceId: marketplace.id, side, preferred })
  if (!actor) notFound()
  return { actor, marketplace, session, viewer }
})
