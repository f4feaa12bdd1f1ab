import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { unreachableOf } from '@/lib/contacts'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { tellCover } from '@/lib/notifications'
import { asStaff } from '@/lib/tenancy'
import { lookSoon } from './change-schedule'
import { holdCover, takerOf } from './covers'
import { standIn } from './edits'
import { writeDifference } from './write-difference'

type Why = 'not_found' | 'not_allowed' | 'cover_taken' | 'cover_withdrawn' | 'in_the_past' | 'schedule_archived'

/**
 * Takes over what a colleague asked for: an override puts the actor in her place for the rest of the stretch. However many
 * press at once, one takes it, and the others learn who. `reachable`: whether a page would find the actor.
 */
export async function takeCover(
  actor: StaffActor,
  { coverId }: { coverId: string },
): Promise<Outcome<{ reachable: boolean }, Why>> {
  return asStaff(actor, async (tx, now) => {
    const held = await holdCover(tx, now, coverId)
    if (!held) return refuse('not_found')
    const { cover, schedule } = held
    if (!authorize(actor, 'cover.take', cover)) return refuse('not_allowed')
    const by = await takerOf(tx, cover)
    if (by !== null) return refuse('cover_taken', { by })
    if (cover.withdrawnAt) return refuse('cover_withdrawn')
    if (cover.to <= now) return refuse('in_the_past')
    if (schedule.archivedAt) return refuse('schedule_archived')
    const { marketplaceId, membershipId: me } = actor
    await tx.coverRequest.updateMany({ where: { id: coverId }, data: { takenById: me, takenAt: now } })
    const from = cover.from < now ? now : cover.from
    const stretch = { from, to: cover.to, add: me, remove: cover.requestedById }
    await writeDifference(
      tx,
      marketplaceId,
      schedule,
      standIn(schedule, { ...stretch, createdById: me, createdAt: now }),
    )
    await lookSoon(tx, now, schedule.id)
    await tellCover(tx, now, 'oncall.cover_taken', { marketplaceId, coverId, recipientIds: [cover.requestedById] })
    await recordAudit(tx, actor, now, { act: 'cover.taken', subjectKind: 'cover', subjectId: coverId })
    return ok({ reachable: (await unreachableOf(tx, [me])).length === 0 })
  })
}
