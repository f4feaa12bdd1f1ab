/*
 * What is mutated, and which tests must notice. A part is judged by its own tests alone: a rule of the calendar that
 * only a story of promises would notice is not tested where somebody changes it.
 */

/** @type {Record<string, { mutate: string[], tests: string[] }>} */
export const parts = {
  calendar: {
    mutate: ['lib/calendar/{business-time,local-time,open-spans,schema,to-instant,zone}.ts'],
    tests: ['tests/rules/calendar*.test.ts'],
  },
  oncall: {
    mutate: ['lib/oncall/{duty-hours,gaps,month,next-shift-of,on-call,schedule-effect,schema,shifts,turns}.ts'],
    tests: ['tests/rules/oncall*.test.ts'],
  },
  authz: {
    mutate: ['lib/authz/**/*.ts', '!lib/authz/index.ts'],
    tests: ['tests/walls/rules-matrix.test.ts'],
  },
  lifecycle: {
    mutate: ['lib/tickets/lifecycle.ts'],
    tests: ['tests/rules/lifecycle*.test.ts'],
  },
  sla: {
    mutate: ['lib/sla/{clock,court-bar,explain-deadline,ladder,schema,turns,warn-at}.ts'],
    tests: ['tests/rules/sla*.test.ts'],
  },
  escalation: {
    mutate: ['lib/escalation/{transition,ladder,draft,fold,next-move,paging-window,deadline,partner-step}.ts'],
    tests: ['tests/rules/transition*.test.ts', 'tests/rules/policy-rules.test.ts'],
  },
}
