import { formatsFor, type Locale, translatorFor, zoneCity } from '@/lib/i18n'
import { type PolicyDefinition, SEVERITIES } from './policy-form'
import type { Paging, PolicyTarget } from './policy-schema'
import type { PolicyKey } from './policy-types'

/** What the ids of a policy are called; null: it is no longer there. */
export type PolicyNames = {
  person(membershipId: string): string | null
  schedule(scheduleId: string): string | null
  endpoint(endpointId: string): { name: string; disabled: boolean } | null
  calendar(calendarId: string): string | null
}

type Told = Omit<PolicyDefinition, 'name'>

/**
 * A policy as sentences in the reader's language, in the order in which things happen: who is told at once, who after how
 * long, how often, who in the end, and what is held back. Two policies with the same sentences do the same.
 * Pure. `deadlineSeconds`: within what a partner is expected to answer; null for policies by which we are called.
 */
export function policySentences(
  locale: Locale,
  told: Told,
  key: PolicyKey,
  names: PolicyNames,
  deadlineSeconds: number | null,
): string[] {
  const t = translatorFor(locale, 'policies')
  const list = formatsFor(locale, 'UTC').list
  const name = (targets: readonly PolicyTarget[]) => list(targets.map((target) => targetName(locale, target, names)))
  const firstToPeople = told.steps.findIndex(({ targets }) => targets.some(({ kind }) => kind !== 'webhook'))
  const climbed = told.steps.map(({ targets }, index) => {
    const before = told.steps[index - 1]?.delaySeconds
    const own = index === firstToPeople ? 'yes' : 'no'
    const values = { targets: name(targets), own }
    if (before === undefined) return t('sentence.first', values)
    return before === 0
      ? t('sentence.straight', values)
      : t('sentence.then', { ...values, time: lengthOf(locale, before) })
  })
  const wait = told.steps.at(-1)?.delaySeconds
  const last = {
    targets: told.catchAll.length > 0 ? name(told.catchAll) : t('sentence.target.default'),
    every: lengthOf(locale, told.catchAllEverySeconds, 'every'),
  }
  return [
    ...(key.direction === 'IN' ? [t('sentence.assess', { time: lengthOf(locale, told.assessTimeoutSeconds) })] : []),
    ...climbed,
    ...(climbed.length > 0 ? [t('sentence.ladder', { count: told.repeat })] : []),
    wait === undefined ? t('sentence.onlyLast', last) : t('sentence.last', { ...last, time: lengthOf(locale, wait) }),
    ...(told.ackExpirySeconds === null
      ? []
      : [t('sentence.expires', { time: lengthOf(locale, told.ackExpirySeconds) })]),
    ...(deadlineSeconds === null ? [] : [t('sentence.deadline', { time: lengthOf(locale, deadlineSeconds) })]),
    ...(key.direction === 'OUT' ? [t('sentence.maintenance')] : []),
    ...pagingSentences(locale, told.paging, names),
  ]
}

/** "the leads", "whoever is on call in Primary" */
export function targetName(locale: Locale, target: PolicyTarget, names: PolicyNames): string {
  const t = translatorFor(locale, 'policies')
  if (target.kind === 'user') return names.person(target.membershipId) ?? t('sentence.target.userGone')
  if (target.kind === 'schedule') {
    const name = names.schedule(target.scheduleId)
    return name === null ? t('sentence.target.scheduleGone') : t('sentence.target.schedule', { name })
  }
  if (target.kind === 'webhook') {
    const endpoint = names.endpoint(target.endpointId)
    return endpoint
      ? t(endpoint.disabled ? 'sentence.target.webhookOff' : 'sentence.target.webhook', { name: endpoint.name })
      : t('sentence.target.webhookGone')
  }
  if (target.kind === 'partner_contacts' && target.minSeverity && target.minSeverity !== 'P2')
    return t('sentence.target.contactsFrom', { severity: target.minSeverity })
  return t(`sentence.target.${target.kind}`)
}

function pagingSentences(locale: Locale, paging: Paging, names: PolicyNames): string[] {
  const t = translatorFor(locale, 'policies')
  const list = formatsFor(locale, 'UTC').list
  const { window, hold = [] } = paging
  const free = SEVERITIES.filter((one) => !hold.includes(one))
  const held = { held: list(SEVERITIES.filter((one) => hold.includes(one))), heldCount: hold.length }
  const sentences: string[] = []
  if (window && hold.length > 0) {
    const hours = list(window.spans.map((span) => `${daysOf(locale, span.weekdays)} ${span.from}–${span.to}`))
    const values = { hours, city: zoneCity(window.timeZone) }
    sentences.push(
      free.length === 0
        ? t('sentence.windowAll', values)
        : t('sentence.window', {
            ...values,
            ...held,
            free: list(free),
            freeCount: free.length,
          }),
    )
    const calendar = window.calendarId === undefined ? null : names.calendar(window.calendarId)
    if (calendar !== null) sentences.push(t('sentence.holidays', { calendar }))
  }
  if (paging.holdUntilSomeoneIsOn && hold.length > 0) sentences.push(t('sentence.untilOn', held))
  return sentences
}

const units = [
  ['weeks', 604_800],
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const

/**
 * "5 minutes", "1 day": exactly, in the largest unit that leaves no rest; in Russian as it stands after a preposition of
 * time. As it follows "every" a single one has no number: "every day".
 */
export function lengthOf(locale: Locale, seconds: number, as: 'length' | 'every' = 'length'): string {
  const t = translatorFor(locale, 'policies')
  const [unit, size] = units.find(([, one]) => seconds > 0 && seconds % one === 0) ?? units[3]
  return t(`${as}.${unit}`, { count: Math.round(seconds / size) })
}

/** "Mon–Fri, Sun" of ISO weekdays (Monday 1). */
export function daysOf(locale: Locale, weekdays: readonly number[]): string {
  const write = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { weekday: 'short', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  const day = (weekday: number) => write.format(new Date(Date.UTC(2024, 0, weekday))).replace(/\.$/, '')
  const runs: number[][] = []
  for (const weekday of [...new Set(weekdays)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run.at(-1) === weekday - 1) run.push(weekday)
    else runs.push([weekday])
  }
  return runs
    .map((run) =>
      run.length > 2 ? `${day(run[0] as number)}–${day(run.at(-1) as number)}` : run.map((one) => day(one)).join(', '),
    )
    .join(', ')
}
