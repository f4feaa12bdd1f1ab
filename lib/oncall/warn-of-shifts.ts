import { planUnreachableWarning, unreachableOf } from '@/lib/contacts'
import type { Tx } from '@/lib/db'
import { after, DAY, HOUR } from '@/lib/foundation/clock'
import { activePeople } from '@/lib/identity'
import { settingsOf } from '@/lib/marketplace'
import { tellGap } from '@/lib/notifications'
import { asWorker } from '@/lib/tenancy'
import { comingGaps } from './coming-gaps'
import { everybodyIn } from './naming'
import { servingStretches } from './serving-stretches'
import { shifts } from './shifts'
import { type StoredSchedule, scheduleOf } from './store'

/** How often a schedule that nobody edits is looked at. */
const LOOK_EVERY = HOUR

/** How far ahead the end of a shift or a gap is looked for. */
const HORIZON = 14 * DAY

/** How far back the beginning of a shift under way is looked for; of a longer one she is told again each day. */
const LOOK_BACK = 40 * DAY

/**
 * Looks at the shifts that come near: who will be on call and has nothing verified that a page would reach is warned, and
 * the leads with her, once for each shift; the leads are told of a gap that begins. Done again every hour, and at once
 * after each edit, as long as the schedule lives; late or twice it does no harm.
 */
export async function warnOfShifts(marketplaceId: string, id: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    const schedule = await scheduleOf(tx, id, after(now, -LOOK_BACK))
    if (!schedule) return
    const nextLookAt = schedule.archivedAt ? null : after(now, LOOK_EVERY)
    await tx.schedule.updateMany({ where: { id }, data: { nextLookAt } })
    if (schedule.archivedAt) return
    const { shiftWarningHours } = await settingsOf(tx, marketplaceId)
    const until = after(now, shiftWarningHours * HOUR)
    await warnPeople(tx, now, marketplaceId, schedule, until)
    for (const gap of comingGaps(schedule, now, until, after(now, HORIZON))) {
      const recipientIds = (await leadsOrAdmins(tx)).map(({ membershipId }) => membershipId)
      await tellGap(tx, now, { marketplaceId, scheduleId: id, ...gap, recipientIds })
    }
  })
}

/** Everybody who is on call between now and `until`, first or behind: by each stretch, known by where it began. */
async function warnPeople(tx: Tx, now: Date, marketplaceId: string, schedule: StoredSchedule, until: Date) {
  const serving = everybodyIn(shifts(schedule, now, until)).filter((id) => id !== null)
  const [first, last] = [after(now, -LOOK_BACK), after(until, HORIZON)]
  for (const membershipId of await unreachableOf(tx, serving)) {
    for (const { from, to } of servingStretches(schedule, membershipId, first, last)) {
      if (to <= now || from >= until) continue
      const shift = { from, to: to < last ? to : null }
      await planUnreachableWarning(tx, now, { marketplaceId, membershipId, scheduleId: schedule.id, ...shift })
    }
  }
}

async function leadsOrAdmins(tx: Tx) {
  const staff = await activePeople(tx, { partnerId: null, roles: ['lead', 'admin'] })
  const leads = staff.filter(({ role }) => role === 'lead')
  return leads.length > 0 ? leads : staff
}
