import { authorize, type PartnerActor } from '@/lib/authz'
import { peopleOf } from '@/lib/identity'
import { asPartner } from '@/lib/tenancy'
import { partnerOf } from './views'

/** Who guides a company through its integration (000-09). */
export type Consultant = { name: string; email: string }

/** The consultant whom a company that is not live yet asks instead of technical support; null when none is named. */
export async function myConsultant(actor: PartnerActor): Promise<Consultant | null> {
  if (!authorize(actor, 'company.read', { partnerId: actor.partnerId })) return null
  return asPartner(actor, async (tx) => {
    const { consultantId } = await partnerOf(tx, actor.partnerId)
    const person = consultantId ? (await peopleOf(tx, [consultantId])).get(consultantId) : undefined
    return person?.active ? { name: person.name, email: person.email } : null
  })
}
