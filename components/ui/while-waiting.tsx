import { headers } from 'next/headers'
import { type ReactNode, Suspense } from 'react'

/**
 * Shows `skeleton` while the rest comes, on the way from one page to another only. A page that is asked for by its
 * address arrives in one piece: it is read without script, and its status is true (a streamed page is always 200).
 * Not around forms: what is inside is made anew when such a page is refreshed. Server only.
 */
export async function WhileWaiting({ skeleton, children }: { skeleton: ReactNode; children: ReactNode }) {
  const onTheWay = (await headers()).get('sec-fetch-dest') === 'empty'
  return onTheWay ? <Suspense fallback={skeleton}>{children}</Suspense> : children
}
