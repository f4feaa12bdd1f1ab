import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { deliveryId, planDeliveries } from '@/lib/delivery'
import { after, MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { codeOf, hashCode } from './code'
import { CODE_MINUTES } from './schema'
import { type ContactMethod, change } from './store'

type Sent = Pick<ContactMethod, 'id' | 'channel' | 'address'>

/** A new code leaves for this method; the one before counts no more. Refused by the throttle, not here. */
export async function planCode(tx: Tx, now: Date, actor: Actor, method: Sent): Promise<void> {
  const codeExpiresAt = after(now, CODE_MINUTES * MINUTE)
  const issue = { id: method.id, codeExpiresAt }
  await change(tx, actor, method.id, { codeHash: hashCode(issue, codeOf(issue)), codeExpiresAt, codeTries: 0 })
  const expires = codeExpiresAt.getTime()
  await plan(tx, now, actor, method, {
    kind: 'contact.code',
    subjectId: method.id,
    fact: `${method.id} ${expires}`,
    expires,
  })
}

/** "Test my phone": a message through the real ledger, at once; the newest test is the one that counts. */
export async function planTest(tx: Tx, now: Date, actor: Actor, method: Sent): Promise<void> {
  const testId = newId()
  await change(tx, actor, method.id, { testId, testedAt: now, receivedAt: null })
  await plan(tx, now, actor, method, { kind: 'contact.test', subjectId: testId, fact: testId, expires: null })
}

type Fact = { kind: 'contact.code' | 'contact.test'; subjectId: string; fact: string; expires: number | null }

async function plan(
  tx: Tx,
  now: Date,
  actor: Actor,
  { channel, address }: Sent,
  { kind, subjectId, fact, expires }: Fact,
) {
  const { marketplaceId, membershipId: recipientId, partnerId } = actor
  const nowhere = { epoch: 0, loop: 0, step: 0, ruleIndex: 0 }
  const person = (await peopleOf(tx, [recipientId])).get(recipientId)
  const locale = person?.locale ?? (await marketplaceOf(tx, marketplaceId)).defaultLocale
  await planDeliveries(tx, now, [
    {
      marketplaceId,
      id: deliveryId({ kind, subjectId: fact, ...nowhere, recipientId, channel, address }),
      kind,
      subjectKind: 'contact',
      subjectId,
      partnerId,
      recipientId,
      channel,
      address,
      locale,
      payload: { expires },
      priority: 2,
      notBefore: now,
    },
  ])
}
