import { authorize, type PartnerActor } from '@/lib/authz'
import { cleanValues, type FieldType, type FieldValues, formVersionOf } from '@/lib/catalog'
import { marketplaceOf } from '@/lib/marketplace'
import { asPartner } from '@/lib/tenancy'
import { ruleFacts } from './readable'
import { readNumber } from './ticket-number'

/** Questions about where and with what, whose answers the next request shares; what happened is told anew. */
const LASTING: readonly FieldType[] = ['choice', 'choices', 'yes_no', 'browser']

/** What a further request may take over from one that was sent (000-03); null when she may not read it. */
export async function lastingAnswers(actor: PartnerActor, number: string): Promise<FieldValues | null> {
  return asPartner(actor, async (tx) => {
    const { prefix } = await marketplaceOf(tx, actor.marketplaceId)
    const wanted = readNumber(prefix, number)
    const ticket = wanted === null ? null : await tx.ticket.findFirst({ where: { number: wanted } })
    if (!ticket || !authorize(actor, 'ticket.read', await ruleFacts(tx, ticket))) return null
    if (!ticket.formId || !ticket.formVersion) return {}
    const form = await formVersionOf(tx, ticket.formId, ticket.formVersion)
    const fields = form?.fields.filter(({ type }) => LASTING.includes(type)) ?? []
    // Without what it hung on, such an answer still stands.
    return cleanValues(
      fields.map(({ showWhen: _, ...field }) => field),
      ticket.fields as FieldValues,
    )
  })
}
