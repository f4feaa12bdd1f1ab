/** Grey shapes of the final height, seen only after 300 ms. `label` is for screen readers ("One moment…"). */
export function SkeletonRows({ count, label }: { count: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="late">
      {Array.from({ length: count }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={place} className="grid min-h-18 content-center gap-2 border-hairline border-b px-4 desk:min-h-13.5">
          <span className="h-3.5 w-2/3 rounded-chip bg-hairline" />
          <span className="h-3 w-1/3 rounded-chip bg-hairline opacity-70" />
        </div>
      ))}
    </div>
  )
}
