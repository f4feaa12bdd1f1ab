import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { tellCover } from '@/lib/notifications'
import { asStaff } from '@/lib/tenancy'
import { areStaff } from './change-schedule'
import { openCovers } from './covers'
import { lockSchedule } from './lock-schedule.sql'
import { participantsOf } from './participants'
import { longestStretchDays, type Stretch } from './schema'
import { shifts } from './shifts'
import { type StoredSchedule, scheduleOf } from './store'

export type CoverRefusal =
  | 'not_allowed'
  | 'not_found'
  | 'in_the_past'
  | 'override_inverted'
  | 'not_your_shift'
  | 'cover_asked_already'
  | 'person_unknown'
  | 'nobody_to_ask'

type Asked = Stretch & { scheduleId: string; askedId: string | null; note: string }

/**
 * "Who covers me?" for a stretch of one's own shift: asks one colleague, or everybody else who takes part, by mail. Nothing
 * changes until somebody takes it.
 */
export async function askForCover(
  actor: StaffActor,
  { scheduleId, askedId, to, note, ...asked }: Asked,
): Promise<Outcome<{ coverId: string }, CoverRefusal>> {
  if (!authorize(actor, 'cover.ask')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const from = asked.from < now ? now : asked.from
    if (to <= now) return refuse('in_the_past')
    if (from >= to || to.getTime() - from.getTime() > longestStretchDays * DAY) return refuse('override_inverted')
    // Under the lock of the schedule: who asks twice at once asks once.
    await lockSchedule(tx, scheduleId)
    const schedule = await scheduleOf(tx, scheduleId, now)
    if (!schedule || schedule.archivedAt) return refuse('not_found')
    const me = actor.membershipId
    if (!serves(schedule, me, { from, to })) return refuse('not_your_shift')
    const mine = (await openCovers(tx, scheduleId, now)).filter(({ requestedById }) => requestedById === me)
    if (mine.some((cover) => cover.from < to && from < cover.to)) return refuse('cover_asked_already')
    const askable = await peopleToAsk(tx, schedule, actor, askedId)
    if (!askable) return refuse('person_unknown')
    if (askable.length === 0) return refuse('nobody_to_ask')
    const coverId = newId()
    const { marketplaceId } = actor
    await tx.coverRequest.create({
      data: {
        marketplaceId,
        id: coverId,
        scheduleId,
        fromAt: from,
        toAt: to,
        requestedById: me,
        askedId,
        note: note || null,
        createdAt: now,
      },
    })
    await tellCover(tx, now, 'oncall.cover_asked', { marketplaceId, coverId, recipientIds: askable })
    const after = { scheduleId, askedId, from: from.toISOString(), to: to.toISOString() }
    await recordAudit(tx, actor, now, { act: 'cover.asked', subjectKind: 'cover', subjectId: coverId, after })
    return ok({ coverId })
  })
}

/** Whether `person` is on call at some moment of the stretch: first, or behind. */
function serves(schedule: StoredSchedule, person: string, { from, to }: Stretch): boolean {
  return shifts(schedule, from, to).some(({ primary, others }) => primary === person || others.includes(person))
}

/** Whom the request reaches; null when the one who is asked does not work here. */
async function peopleToAsk(tx: Tx, schedule: StoredSchedule, actor: StaffActor, askedId: string | null) {
  if (askedId === null) return participantsOf(schedule).filter((id) => id !== actor.membershipId)
  if (askedId === actor.membershipId || !(await areStaff(tx, [askedId]))) return null
  return [askedId]
}
