import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { peopleOf } from '@/lib/identity'
import { tellCover } from '@/lib/notifications'
import { asStaff } from '@/lib/tenancy'
import { coverOf } from './covers'
import { lockSchedule } from './lock-schedule.sql'
import { participantsOf } from './participants'
import { scheduleOf } from './store'

/** Takes one's request for cover back, while nobody has taken it; whoever was asked hears that it is over. */
export async function withdrawCover(
  actor: StaffActor,
  { coverId }: { coverId: string },
): Promise<Outcome<null, 'not_found' | 'not_allowed' | 'cover_taken'>> {
  return asStaff(actor, async (tx, now) => {
    const seen = await coverOf(tx, coverId)
    if (!seen) return refuse('not_found')
    await lockSchedule(tx, seen.scheduleId)
    const cover = await coverOf(tx, coverId)
    const schedule = await scheduleOf(tx, seen.scheduleId, now)
    if (!cover || !schedule) return refuse('not_found')
    if (!authorize(actor, 'cover.withdraw', cover)) return refuse('not_allowed')
    if (cover.takenById) {
      const by = (await peopleOf(tx, [cover.takenById])).get(cover.takenById)?.name ?? ''
      return refuse('cover_taken', { by })
    }
    if (cover.withdrawnAt) return ok(null)
    await tx.coverRequest.updateMany({ where: { id: coverId }, data: { withdrawnAt: now } })
    const { marketplaceId, membershipId: me } = actor
    const recipientIds = cover.askedId ? [cover.askedId] : participantsOf(schedule).filter((id) => id !== me)
    await tellCover(tx, now, 'oncall.cover_withdrawn', { marketplaceId, coverId, recipientIds })
    await recordAudit(tx, actor, now, { act: 'cover.withdrawn', subjectKind: 'cover', subjectId: coverId })
    return ok(null)
  })
}
