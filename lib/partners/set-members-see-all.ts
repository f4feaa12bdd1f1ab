import { recordAudit } from '@/lib/audit'
import { authorize, type PartnerActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asPartner } from '@/lib/tenancy'
import { partnerOf } from './views'

/** The owner's switch: does everybody in the company read every request, or only their own (decision 9)? */
export async function setMembersSeeAll(
  actor: PartnerActor,
  { membersSeeAll }: { membersSeeAll: boolean },
): Promise<Outcome<null, 'not_allowed'>> {
  if (!authorize(actor, 'company.change', { partnerId: actor.partnerId })) return refuse('not_allowed')
  return asPartner(actor, async (tx, now) => {
    const before = await partnerOf(tx, actor.partnerId)
    if (before.membersSeeAll === membersSeeAll) return ok(null)
    await tx.partner.updateMany({ where: { id: actor.partnerId }, data: { membersSeeAll } })
    await recordAudit(tx, actor, now, {
      act: 'company.change',
      subjectKind: 'partner',
      subjectId: actor.partnerId,
      before: { membersSeeAll: before.membersSeeAll },
      after: { membersSeeAll },
    })
    return ok(null)
  })
}
