/** An open request on a topic: whose it is, and when it was opened. */
export type Report = { id: string; partnerId: string; at: Date }

/**
 * The requests of the busiest stretch of `windowMs` that holds `at`, both ends counted: the one with most companies, the
 * earliest of equals. A company that asks twice counts once (002-09).
 */
export function broadestAround<R extends Report>(reports: readonly R[], at: Date, windowMs: number): R[] {
  const inOrder = [...reports].sort((a, b) => a.at.getTime() - b.at.getTime())
  let broadest: R[] = []
  for (const { at: from } of inOrder) {
    const until = from.getTime() + windowMs
    if (from > at || until < at.getTime()) continue
    const within = inOrder.filter((one) => one.at >= from && one.at.getTime() <= until)
    if (companiesIn(within) > companiesIn(broadest)) broadest = within
  }
  return broadest
}

/** How many companies report it. */
export function companiesIn(reports: readonly Pick<Report, 'partnerId'>[]): number {
  return new Set(reports.map(({ partnerId }) => partnerId)).size
}
