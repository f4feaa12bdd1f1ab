/**
 * Fills `{name}` in a text that the server handed to a client component as a pattern (`t.raw('upload.percent')`).
 * Names only: a text with plurals is formatted on the server.
 */
export function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
