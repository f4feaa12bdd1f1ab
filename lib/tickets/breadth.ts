/** An open request on a topic: whose it is, and when it was opened. */
export type Report = { id: string; partnerId: string; at: Date }

/**
 * The requests of the busiest stretch of `windowMs` that holds `at`, both ends counted: the one with most companies, the
 * earliest of equals. A company that asks twice counts once (002-09).
 */
export function broadestAround<R extends Report>(reports: readonly R[], at: Date, windowMs: number): R[] {
  const inOrder = [...reports].sort((a, b) => a.at.getTime() - b.at.getTime())
  // One walk: a fault that everybody reports is when thousands are looked at, one after the other.
  const within = new Map<string, number>()
  let best = { from: 0, to: 0, companies: 0 }
  let to = 0
  for (const [from, first] of inOrder.entries()) {
    if (first.at > at) break
    const until = first.at.getTime() + windowMs
    for (let next = inOrder[to]; next && next.at.getTime() <= until; next = inOrder[to]) {
      within.set(next.partnerId, (within.get(next.partnerId) ?? 0) + 1)
      to += 1
    }
    if (until >= at.getTime() && within.size > best.companies) best = { from, to, companies: within.size }
    const left = (within.get(first.partnerId) ?? 1) - 1
    if (left > 0) within.set(first.partnerId, left)
    else within.delete(first.partnerId)
  }
  return inOrder.slice(best.from, best.to)
}

/** How many companies report it. */
export function companiesIn(reports: readonly Pick<Report, 'partnerId'>[]): number {
  return new Set(reports.map(({ partnerId }) => partnerId)).size
}
