/** The browser's own progress element, 4 px thin. `label` says what is on its way. */
export function Progress({ label, value, max = 100 }: { label: string; value: number; max?: number }) {
  return <progress aria-label={label} value={value} max={max} className="progress" />
}
