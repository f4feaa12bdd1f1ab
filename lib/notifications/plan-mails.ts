import type { Tx } from '@/lib/db'
import { deliveryId, type PlannedMessage, planDeliveries } from '@/lib/delivery'
import { peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import type { MailKind } from './schema'

export type MailPlan = {
  marketplaceId: string
  kind: MailKind
  subjectKind: 'ticket' | 'token' | 'membership' | 'pause' | 'call' | 'escalation' | 'call' | 'cover' | 'schedule'
  subjectId: string
  partnerId: string | null
  /** The message, event or token that is told of: with the recipient it makes the mail one of a kind. */
  factId: string
  recipientIds: readonly string[]
  payload: PlannedMessage['payload']
}

/**
 * Plans one mail to each of these people who is still active, in her language, else the marketplace's. Composed when it
 * is sent. Nobody left to tell is no fault: the request's page says the same.
 */
export async function planMails(tx: Tx, now: Date, plan: MailPlan): Promise<void> {
  const { marketplaceId, kind, subjectKind, subjectId, partnerId, factId, recipientIds, payload } = plan
  const people = [...(await peopleOf(tx, recipientIds)).values()].filter(
    ({ active }) => active || kind === 'token.invitation',
  )
  if (people.length === 0) return
  const { defaultLocale } = await marketplaceOf(tx, marketplaceId)
  const planned = people.map((person): PlannedMessage => {
    const recipientId = person.membershipId
    const nowhere = { epoch: 0, loop: 0, step: 0, ruleIndex: 0 }
    return {
      marketplaceId,
      id: deliveryId({ kind, subjectId: factId, ...nowhere, recipientId, channel: 'mail', address: person.email }),
      kind,
      subjectKind,
      subjectId,
      partnerId,
      recipientId,
      channel: 'mail',
      address: person.email,
      locale: person.locale ?? defaultLocale,
      payload: { ...payload, factId },
      priority: 2,
      notBefore: now,
    }
  })
  await planDeliveries(tx, now, planned)
}
