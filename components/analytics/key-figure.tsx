import type { ReactNode } from 'react'

type KeyFigureProps = {
  name: string
  value: ReactNode
  /** How it spreads, and over how many it was taken. */
  lines: readonly ReactNode[]
}

/** One figure that matters most, with what it rests on. */
export function KeyFigure({ name, value, lines }: KeyFigureProps) {
  return (
    <div className="rounded-card border border-hairline bg-surface p-4">
      <dt className="text-13 text-ink-2">{name}</dt>
      <dd className="pt-1">
        <p className="text-26 tabular-nums">{value}</p>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are rendered on the server and never move
          <p key={place} className="text-13 text-ink-2">
            {line}
          </p>
        ))}
      </dd>
    </div>
  )
}
