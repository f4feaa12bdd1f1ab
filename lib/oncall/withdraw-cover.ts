import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { tellCover } from '@/lib/notifications'
import { asStaff } from '@/lib/tenancy'
import { holdCover, takerOf } from './covers'
import { participantsOf } from './participants'

/** Takes one's request for cover back, while nobody has taken it; whoever was asked hears that it is over. */
export async function withdrawCover(
  actor: StaffActor,
  { coverId }: { coverId: string },
): Promise<Outcome<null, 'not_found' | 'not_allowed' | 'cover_taken'>> {
  return asStaff(actor, async (tx, now) => {
    const held = await holdCover(tx, now, coverId)
    if (!held) return refuse('not_found')
    const { cover, schedule } = held
    if (!authorize(actor, 'cover.withdraw', cover)) return refuse('not_allowed')
    const by = await takerOf(tx, cover)
    if (by !== null) return refuse('cover_taken', { by })
    if (cover.withdrawnAt) return ok(null)
    await tx.coverRequest.updateMany({ where: { id: coverId }, data: { withdrawnAt: now } })
    const { marketplaceId, membershipId: me } = actor
    const recipientIds = cover.askedId ? [cover.askedId] : participantsOf(schedule).filter((id) => id !== me)
    await tellCover(tx, now, 'oncall.cover_withdrawn', { marketplaceId, coverId, recipientIds })
    await recordAudit(tx, actor, now, { act: 'cover.withdrawn', subjectKind: 'cover', subjectId: coverId })
    return ok(null)
  })
}
