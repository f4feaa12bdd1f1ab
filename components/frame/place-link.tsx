'use client'

import { usePathname } from 'next/navigation'
import type { ComponentProps } from 'react'
import { AppLink } from '@/components/ui/app-link'

type PlaceLinkProps = Omit<ComponentProps<typeof AppLink>, 'href'> & {
  href: string
  /** Given where the page knows its place; otherwise the address decides. */
  here?: boolean
  /** Addresses of other places; one below this link's own is not this place. */
  others?: readonly string[]
  /** Where other pages of the same place begin. */
  also?: string | undefined
}

/** A link of the main navigation that knows whether the reader is there: a frame in a layout outlives its pages. */
export function PlaceLink({ here, others = [], also, ...link }: PlaceLinkProps) {
  const path = usePathname()
  const within = (href: string) => path === href || path.startsWith(`${href}/`)
  const elsewhere = others.some((other) => other.startsWith(`${link.href}/`) && within(other))
  const current = here ?? ((within(link.href) || (also !== undefined && within(also))) && !elsewhere)
  return <AppLink {...link} aria-current={current ? 'page' : undefined} />
}
