import type { PartnerActor } from '@/lib/authz'
import { type Outcome, refuse } from '@/lib/foundation/outcome'
import { asPartner } from '@/lib/tenancy'
import { type AppealRefusal, isClaimedMeanwhile, readsTicket, recordAppeal } from '@/lib/tickets'

/**
 * "Please look at it again" (000-06): once after a decline, with the partner's reasons. A new run asks the leads, or pages
 * as every claim does while nobody is at work. Refused the second time: that decision stands.
 */
export async function appealClaim(
  actor: PartnerActor,
  { ticketId, text }: { ticketId: string; text: string },
): Promise<Outcome<{ claimId: string }, AppealRefusal>> {
  try {
    return await asPartner(actor, async (tx, now) => {
      if (!(await readsTicket(actor)(tx, ticketId))) return refuse('not_found')
      return recordAppeal(tx, actor, now, { ticketId, text })
    })
  } catch (error) {
    if (isClaimedMeanwhile(error)) return refuse('claim_open')
    throw error
  }
}
