import type { Severity } from './schema'

/** The words that monitoring systems use, and what they mean here. */
const words: Readonly<Record<Severity, readonly string[]>> = {
  P0: ['p0', 'critical', 'emergency', 'disaster', 'fatal', 'sev1', 'page'],
  P1: ['p1', 'high', 'error', 'major', 'sev2'],
  P2: ['p2', 'warning', 'warn', 'minor', 'low', 'info', 'none', 'sev3'],
}

/** The severity that a word means; `fallback` for none and for words we do not know. */
export function severityOf(word: string | undefined, fallback: Severity): Severity {
  const said = word?.trim().toLowerCase() ?? ''
  return (Object.keys(words) as Severity[]).find((severity) => words[severity].includes(said)) ?? fallback
}
