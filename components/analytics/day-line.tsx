type DayLineProps = {
  /** One figure a day, oldest first. */
  values: readonly number[]
  /** What the picture says, for those who do not see it. */
  label: string
  /** Words under the line: first day, middle, last. */
  ticks: readonly string[]
  /** The largest figure and zero, as text. */
  scale: readonly [most: string, none: string]
}

const HEIGHT = 100

/** A line by day. Texts stand outside of the drawing, which is stretched to the width there is. */
export function DayLine({ values, label, ticks, scale: [most, none] }: DayLineProps) {
  const top = Math.max(1, ...values)
  const last = Math.max(1, values.length - 1)
  // One day alone is drawn as a level line rather than as a point that nobody sees.
  const points = values.length === 1 ? [values[0] ?? 0, values[0] ?? 0] : values
  const line = points.map((value, day) => `${day},${round(HEIGHT - (value / top) * HEIGHT)}`).join(' ')
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-12 text-ink-2">
      <div aria-hidden="true" className="flex flex-col justify-between text-right tabular-nums">
        <span className="-mt-1.5">{most}</span>
        <span className="-mb-1.5">{none}</span>
      </div>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${last} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-40 w-full overflow-visible"
      >
        <path d={`M0 ${HEIGHT}H${last}M0 0H${last}`} vectorEffect="non-scaling-stroke" className="stroke-hairline" />
        <polygon points={`0,${HEIGHT} ${line} ${last},${HEIGHT}`} className="fill-brand-soft" />
        <polyline
          points={line}
          fill="none"
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className="stroke-brand"
        />
      </svg>
      <div aria-hidden="true" className="col-start-2 flex justify-between gap-2 pt-2">
        {ticks.map((tick) => (
          <span key={tick}>{tick}</span>
        ))}
      </div>
    </div>
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
