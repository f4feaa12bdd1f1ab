import Link from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link inside the app. It does not fetch ahead by itself: every page is rendered for its reader under row security,
 * and a list of fifty would ask the database fifty times. A page that knows what comes next passes `prefetch`.
 */
export function AppLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />
}
