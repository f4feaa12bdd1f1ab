import type { ReactNode } from 'react'

export type Bar = {
  key: string
  label: ReactNode
  lang?: string
  /** The figure itself, as text. */
  value: ReactNode
  /** Its length beside the longest, 0 to 1. */
  ratio: number
}

/** Bars with their words and figures beside them: nothing can be learnt from the length that is not written. */
export function BarList({
  bars,
  long,
}: {
  bars: readonly Bar[] /** Many: two columns where there is room. */
  long?: boolean
}) {
  return (
    <ul className={long ? 'gap-x-8 lg:columns-2' : undefined}>
      {bars.map(({ key, label, lang, value, ratio }) => (
        <li key={key} className="mb-2.5 grid break-inside-avoid gap-1">
          <div className="flex items-baseline justify-between gap-3 text-14 desk:text-13">
            <span lang={lang} className="min-w-0">
              {label}
            </span>
            <span className="shrink-0 font-medium tabular-nums">{value}</span>
          </div>
          <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" className="h-1.5 w-full">
            <rect width="100" height="6" className="fill-sunken" />
            <rect width={Math.max(0, Math.min(1, ratio)) * 100} height="6" className="fill-brand" />
          </svg>
        </li>
      ))}
    </ul>
  )
}
