import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

type TableProps = {
  label: string
  head: ReactNode
  /** It fills a card from edge to edge: its first words stand under the card's title, and the card's edge is its last line. */
  flush?: boolean
  children: ReactNode
}

const inCard = '[&>tr:last-child]:border-b-0'
const cardCells = 'min-w-xl [&_:is(td,th):first-child]:pl-4 [&_:is(td,th):last-child]:pr-4'

/**
 * A table that scrolls by itself on a narrow page, with all that hangs in it; `label` names it and its scrolling region
 * (WCAG 1.4.10, 2.1.1).
 */
export function Table({ label, head, flush, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative max-w-full overflow-x-auto">
      <table className={classes('w-full border-collapse text-left text-14', flush && cardCells)}>
        <thead>
          <tr className="border-hairline border-b">{head}</tr>
        </thead>
        <tbody className={classes('[&>tr]:border-hairline [&>tr]:border-b', flush && inCard)}>{children}</tbody>
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
