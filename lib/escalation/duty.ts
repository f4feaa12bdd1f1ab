import { calendarOf, type Holiday } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { log } from '@/lib/foundation/log'
import { defaultScheduleId, onCall, type Schedule, scheduleOf } from '@/lib/oncall'
import { nextCover } from './next-cover'
import { type Held, heldUntil } from './paging-window'
import type { FrozenPolicy } from './policies'
import type { Severity } from './transition-types'

/** Schedules as they stand, read once for many runs. */
export type Duty = {
  /** The marketplace's default schedule; null while it has none. */
  byDefault: string | null
  /** The person paged first by a schedule at the moment that was asked for; nobody when it cannot be read. */
  primary(scheduleId: string | null): string[]
  schedules: ReadonlyMap<string, Schedule>
}

/** Who is on call at `now` in every schedule that these policies name, and in the default one. */
export async function dutyOf(tx: Tx, now: Date, policies: readonly FrozenPolicy[]): Promise<Duty> {
  const byDefault = await defaultScheduleId(tx)
  const schedules = new Map<string, Schedule>()
  for (const id of new Set([...policies.flatMap(schedulesOf), ...(byDefault ? [byDefault] : [])])) {
    const schedule = await scheduleOf(tx, id, now)
    if (schedule) schedules.set(id, schedule)
  }
  const first = new Map([...schedules].map(([id, schedule]) => [id, primaryOf(id, schedule, now)]))
  return { byDefault, schedules, primary: (id) => (id && first.get(id)) || [] }
}

/** A schedule that cannot be read has nobody on call: the run goes on to others instead of standing still. */
function primaryOf(id: string, schedule: Schedule, now: Date): string[] {
  try {
    const { primary } = onCall(schedule, now)
    return primary ? [primary] : []
  } catch (error) {
    log.error({ err: error, schedule: id }, 'a schedule cannot be read')
    return []
  }
}

/** The schedules that a policy's steps name, in their order. */
export function schedulesOf({ steps, catchAll }: FrozenPolicy): string[] {
  const targets = [...steps.flatMap((step) => step.targets), ...catchAll]
  return [...new Set(targets.flatMap((target) => (target.kind === 'schedule' ? [target.scheduleId] : [])))]
}

/** Whether a policy holds back pages of a severity now (paging-window.ts). What cannot be read holds nothing back. */
export async function heldBy(
  tx: Tx,
  now: Date,
  marketplaceId: string,
  { paging, ...frozen }: FrozenPolicy,
  severity: Severity,
  duty: Duty,
): Promise<Held | null> {
  if (!paging.hold?.includes(severity)) return null
  try {
    const named = schedulesOf({ paging, ...frozen })
    const asked = named.length > 0 ? named : [duty.byDefault ?? '']
    const schedules = asked.flatMap((id) => duty.schedules.get(id) ?? [])
    const holidays = await holidaysOf(tx, marketplaceId, paging.window?.calendarId)
    return heldUntil(paging, severity, now, { holidays, nextOn: (at) => nextCover(schedules, at) })
  } catch (error) {
    log.error({ err: error, policyVersion: frozen.id }, 'the hours of a policy cannot be read')
    return null
  }
}

async function holidaysOf(tx: Tx, marketplaceId: string, calendarId: string | undefined): Promise<readonly Holiday[]> {
  return calendarId ? (await calendarOf(tx, marketplaceId, calendarId)).holidays : []
}
