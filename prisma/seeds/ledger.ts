import { deliveryId } from '@/lib/escalation/delivery-key'
import { after } from '@/lib/foundation/clock'
import type { Told } from './tell-story'
import type { SeededMarketplace } from './world'

/** What a mail server answers. */
const ACCEPTED = '250 2.0.0 queued'
const BUSY = '451 4.7.1 greylisted, try again'

/** The ledger's rows of what a story's run sent, with their attempts: all arrived. */
export function sentOf(marketplace: SeededMarketplace, { story, run, escalationId }: Told, workerId: string) {
  const people = new Map([...marketplace.staff.values()].map((person) => [person.membershipId, person]))
  const firstPage = run.deliveries.find(({ kind }) => kind === 'escalation.page')
  return run.deliveries.map((planned, index) => {
    const {
      kind,
      epoch,
      loop,
      step,
      ruleIndex,
      membershipId: recipientId,
      channel,
      address,
      plannedAt,
      first,
    } = planned
    const id = deliveryId(escalationId, planned)
    const retried = story.greylisted === true && planned === firstPage
    const starts = retried ? [40, 5_400] : [40 + index * 15]
    const attempts = starts.map((start, tried) => {
      const startedAt = after(planned.notBefore, start)
      const last = tried === starts.length - 1
      return {
        marketplaceId: marketplace.id,
        deliveryId: id,
        attempt: tried + 1,
        workerId,
        startedAt,
        endedAt: after(startedAt, 130),
        outcome: last ? 'sent' : 'retry',
        detail: last ? ACCEPTED : BUSY,
      }
    })
    const delivery = {
      marketplaceId: marketplace.id,
      id,
      kind,
      subjectKind: 'escalation',
      subjectId: escalationId,
      recipientId,
      channel,
      address,
      locale: (recipientId && people.get(recipientId)?.locale) || marketplace.plan.defaultLocale,
      payload: { ruleIndex },
      priority: first ? 0 : 1,
      epoch,
      loop,
      step,
      status: 'SENT',
      attempt: attempts.length,
      createdAt: plannedAt,
      settledAt: attempts.at(-1)?.endedAt ?? plannedAt,
    }
    return { delivery, attempts }
  })
}
