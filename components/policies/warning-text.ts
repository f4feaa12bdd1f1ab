import type { PolicyWarning } from '@/lib/escalation/schema'

type Write = (key: PolicyWarning['kind'], values?: Record<string, string | number>) => string

/** The sentence of a warning. `t` writes keys of `policies.warn`. */
export function warningText(t: Write, warning: PolicyWarning, list: (items: readonly string[]) => string): string {
  if (warning.kind === 'step_reaches_nobody') return t(warning.kind, { step: warning.step })
  if (warning.kind === 'unreachable') return t(warning.kind, { names: list(warning.names) })
  if (warning.kind === 'endpoint_disabled') return t(warning.kind, { name: warning.name })
  if (warning.kind === 'held') return t(warning.kind, { severities: list(warning.severities) })
  return t(warning.kind)
}
