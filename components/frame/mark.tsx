/** The waybill: a sheet with a torn edge and two lines. Takes the current colour. */
export function Mark({ className = 'size-7' }: { className?: string }) {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" className={`shrink-0 ${className}`}>
      <path d="M5 2h18v24l-3-2.200-3 2.200-3-2.200-3 2.200-3-2.200-3 2.200z" fill="currentColor" />
      <path d="M9 8h5M9 13h10M9 17.500h7" stroke="var(--surface)" strokeWidth="1.8" strokeLinecap="square" />
    </svg>
  )
}
