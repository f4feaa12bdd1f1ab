/** The requests that a text names, by number. */
export function numbersIn(text: string): string[] {
  return [...new Set(text.match(/\b[A-Z]{2,4}-\d+\b/g) ?? [])]
}
