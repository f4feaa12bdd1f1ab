/** Where a new request leads: its confirmation, which says so when the text joined an earlier claim. */
export function sentPath(slug: string, { number, appended }: { number: string; appended: boolean }): string {
  return `/${slug}/new/sent?number=${encodeURIComponent(number)}${appended ? '&joined=1' : ''}`
}

/** The same after the text was added to a request that was there already. */
export function addedPath(slug: string, number: string): string {
  return `/${slug}/new/sent?number=${encodeURIComponent(number)}&added=1`
}
