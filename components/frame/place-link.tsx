'use client'

import { usePathname } from 'next/navigation'
import type { ComponentProps } from 'react'
import { AppLink } from '@/components/ui/app-link'

type PlaceLinkProps = Omit<ComponentProps<typeof AppLink>, 'href'> & {
  href: string
  /** Given where the page knows its place; otherwise the address decides. */
  here?: boolean
}

/** A link of the main navigation that knows whether the reader is there: a frame in a layout outlives its pages. */
export function PlaceLink({ here, ...link }: PlaceLinkProps) {
  const path = usePathname()
  const current = here ?? (path === link.href || path.startsWith(`${link.href}/`))
  return <AppLink {...link} aria-current={current ? 'page' : undefined} />
}
