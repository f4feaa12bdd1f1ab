import type { ReactNode } from 'react'

/** Who, and what there is to know: "Inés Ortega  Casa Lumen · 12:02 your time". No portrait: names are enough. */
export function PersonLine({ name, children }: { name: string; children?: ReactNode }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <b className="font-strong">{name}</b>
      {children ? <span className="text-13 text-ink-3">{children}</span> : null}
    </p>
  )
}
