/** 'NV-2041': the marketplace's prefix and the counter (003-16). */
export function written(prefix: string, number: number): string {
  return `${prefix}-${number}`
}

/** The counter behind what somebody typed or quoted ("nv-2041"); null for another marketplace's or no number. */
export function readNumber(prefix: string, text: string): number | null {
  const match = /^([a-z]{2,4})-([1-9]\d{0,8})$/i.exec(text.trim())
  return match?.[1]?.toUpperCase() === prefix ? Number(match[2]) : null
}
