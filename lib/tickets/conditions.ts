/** The three declared conditions that make a request urgent (000-04); the form explains each with an example. */
export const CONDITIONS = ['integration_down', 'publishing_blocked', 'orders_blocked'] as const
export type Condition = (typeof CONDITIONS)[number]
export type Severity = 'P0' | 'P1' | 'P2'

const SEVERITIES: Record<Condition, Severity> = {
  integration_down: 'P1',
  publishing_blocked: 'P1',
  /** End users cannot order, such as HTTP 500 on the ordering site. */
  orders_blocked: 'P0',
}

export function severityOf(condition: Condition): Severity {
  return SEVERITIES[condition]
}
