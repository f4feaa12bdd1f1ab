/** A 4 px line in the current colour, filled to `ratio` (1 to 0) from the left. Decoration beside a sentence. */
export function DepletingLine({ ratio }: { ratio: number }) {
  const left = Math.min(1, Math.max(0, ratio)) * 100
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className="h-1 min-w-24 flex-1 overflow-hidden rounded-full"
    >
      <rect width="100" height="4" fill="currentColor" opacity="0.22" />
      <rect width={left} height="4" fill="currentColor" />
    </svg>
  )
}
