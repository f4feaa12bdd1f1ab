import type { Actor } from './actor'
import { alertRules } from './rules/alert'
import { attachmentRules } from './rules/attachment'
import { companyRules } from './rules/company'
import { escalationRules } from './rules/escalation'
import { integrationRules } from './rules/integration'
import { memberRules } from './rules/member'
import { phoneRules } from './rules/phone'
import { policyRules } from './rules/policy'
import { promiseRules } from './rules/promise'
import { reportRules } from './rules/report'
import { scheduleRules } from './rules/schedule'
import { ticketRules } from './rules/ticket'

/** Every act there is, one rule each. What stands in no rule file cannot be done. */
export const rules = {
  ...alertRules,
  ...ticketRules,
  ...escalationRules,
  ...memberRules,
  ...attachmentRules,
  ...companyRules,
  ...phoneRules,
  ...reportRules,
  ...policyRules,
  ...promiseRules,
  ...scheduleRules,
  ...integrationRules,
}

export type Act = keyof typeof rules
type Facts<A extends Act> = Parameters<(typeof rules)[A]> extends [Actor, infer F] ? [facts: F] : []

/**
 * The one authorization gate: may this actor do this to that? Asked once per use case, after loading and before
 * changing. Whether the thing can be done at all (a closed ticket) is another question: tickets/lifecycle.ts.
 */
export function authorize<A extends Act>(actor: Actor, act: A, ...facts: Facts<A>): boolean {
  // Own names only: what every object inherits ('toString') is no act.
  if (!Object.hasOwn(rules, act)) return false
  const rule = rules[act] as (actor: Actor, facts?: unknown) => boolean
  return rule(actor, facts[0]) === true
}
