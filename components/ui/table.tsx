import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

/**
 * A table that scrolls by itself on a narrow page, with all that hangs in it; `label` names it and its scrolling region
 * (WCAG 1.4.10, 2.1.1).
 */
export function Table({ label, head, children }: { label: string; head: ReactNode; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative max-w-full overflow-x-auto">
      <table className="w-full border-collapse text-left text-14">
        <thead>
          <tr className="border-hairline border-b">{head}</tr>
        </thead>
        <tbody className="[&>tr]:border-hairline [&>tr]:border-b">{children}</tbody>
      </table>
    </section>
  )
}

export function Th({ amount, className, ...rest }: ComponentProps<'th'> & { amount?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      className={classes('px-3 py-2 font-medium text-13 text-ink-2', amount && 'text-right', className)}
    />
  )
}

export function Td({ amount, className, ...rest }: ComponentProps<'td'> & { amount?: boolean }) {
  return <td {...rest} className={classes('px-3 py-2.5 align-top', amount && 'text-right tabular-nums', className)} />
}
