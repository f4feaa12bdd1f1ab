import { randomInt } from 'node:crypto'
import { holdUploads, linkAttachments } from '@/lib/attachments'
import { authorize, type PartnerActor } from '@/lib/authz'
import { type Topic, topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import type { Locale } from '@/lib/i18n/locales'
import { marketplaceOf } from '@/lib/marketplace'
import { tellTicketOpened } from '@/lib/notifications'
import { deadlinesOf, startFirstAnswer } from '@/lib/sla'
import { asPartner } from '@/lib/tenancy'
import { appendToClaim, makeClaim } from './claims'
import { recordTicketEvent } from './events'
import type { OpenTicketInput } from './schema'
import { insertMessage, languageOf, quoted } from './store'
import { againOnConflict, earlierSubmission, hashOf, recordSubmission, type Submission } from './submission'
import { takeNumber } from './take-number.sql'
import { written } from './ticket-number'

export type OpenRefusal =
  | 'not_allowed'
  | 'topic_unknown'
  | 'submission_reused'
  /** An urgent topic asks which of the three conditions holds. */
  | 'claim_required'
  /** Only urgent topics take a claim. */
  | 'claim_not_here'
  | 'attachment_unknown'
  | 'message_too_large'

/**
 * `appended`: the same condition is already claimed, and the text went to that ticket. `repeated`: this very form was
 * received before, and this is what it made. `dueAt` null: no promise is running.
 */
export type Opened = { ticketId: string; number: string; dueAt: Date | null; appended: boolean; repeated: boolean }

/**
 * A partner's new request: ticket, first message, files, claim, clock and mail in one transaction, or nothing at all
 * (002-05, 003-09, 003-16, 003-17; 000-04 and 000-05 for urgent topics). The form's key is looked at before all else;
 * twenty sendings of one form make one ticket.
 */
export async function openTicket(actor: PartnerActor, input: OpenTicketInput): Promise<Outcome<Opened, OpenRefusal>> {
  if (!authorize(actor, 'ticket.open')) return refuse('not_allowed')
  const { submissionKey: key, ...asked } = input
  const bodyHash = hashOf({ ...asked, act: 'open' })
  return againOnConflict(() =>
    asPartner(actor, async (tx, now) => {
      const earlier = await earlierSubmission(tx, actor, key, bodyHash)
      if (!earlier.ok) return earlier
      if (earlier.value) return ok(await openedBefore(tx, earlier.value))

      const locale = await languageOf(tx, actor)
      const topic = await topicById(tx, input.topicId, locale)
      if (!topic || topic.archived) return refuse('topic_unknown')
      if (topic.urgent && !input.claim) return refuse('claim_required')
      if (!topic.urgent && input.claim) return refuse('claim_not_here')
      if (input.claim) {
        const appended = await appendToClaim(tx, actor, now, { ...input, condition: input.claim.condition, locale })
        if (appended && !appended.ok) return appended
        if (appended) {
          const { ticketId, at } = appended.value
          await recordSubmission(tx, actor, { key, bodyHash, ticketId, at })
          const deadlines = await deadlinesOf(tx, [ticketId])
          const { number } = appended.value
          return ok({ ticketId, number, dueAt: deadlines.get(ticketId) ?? null, appended: true, repeated: false })
        }
      }
      return open(tx, actor, now, { input, topic, locale, key, bodyHash })
    }),
  )
}

type Opening = { input: OpenTicketInput; topic: Topic; locale: Locale; key: string; bodyHash: string }

async function open(
  tx: Tx,
  actor: PartnerActor,
  now: Date,
  { input, topic, locale, key, bodyHash }: Opening,
): Promise<Outcome<Opened, OpenRefusal>> {
  const held = await holdUploads(tx, actor, input.attachmentIds)
  if (!held.ok) return held
  const { marketplaceId, partnerId, membershipId } = actor
  const ticketId = newId()
  const place = { marketplaceId, ticketId, partnerId }
  await tx.ticket.createMany({
    data: {
      marketplaceId,
      id: ticketId,
      // Nobody ever sees this one: the real number is taken last, and a negative one can be nobody else's.
      number: -randomInt(1, 2 ** 31 - 1),
      partnerId,
      topicId: topic.id,
      teamId: topic.teamId,
      openedById: membershipId,
      subject: input.subject,
      locale,
      createdAt: now,
      updatedAt: now,
    },
  })
  await recordSubmission(tx, actor, { key, bodyHash, ticketId, at: now })
  const said = { ...place, authorId: membershipId, kind: 'request', body: input.body, locale, at: now } as const
  const messageId = await insertMessage(tx, said)
  await linkAttachments(tx, actor, held.value, { ticketId, partnerId, audience: 'partner', messageId })
  await recordTicketEvent(tx, {
    ...place,
    at: now,
    kind: 'opened',
    authorId: membershipId,
    audience: 'partner',
    toState: 'created',
    data: { messageId },
  })
  if (input.claim) await makeClaim(tx, actor, now, { ticketId, condition: input.claim.condition })
  const dueAt = await startFirstAnswer(tx, { ...place, topicId: topic.id, priority: 'normal', at: now })
  await tellTicketOpened(tx, now, { ...place, factId: messageId, recipientIds: [membershipId], dueAt })
  const { prefix } = await marketplaceOf(tx, marketplaceId)
  const number = written(prefix, await takeNumber(tx, marketplaceId, ticketId))
  return ok({ ticketId, number, dueAt, appended: false, repeated: false })
}

/** What an earlier sending of the same form made. A form that opened its ticket has the ticket's own time. */
async function openedBefore(tx: Tx, { ticketId, createdAt }: Submission): Promise<Opened> {
  const ticket = await tx.ticket.findFirstOrThrow({ where: { id: ticketId } })
  const dueAt = (await deadlinesOf(tx, [ticketId])).get(ticketId) ?? null
  const appended = createdAt.getTime() !== ticket.createdAt.getTime()
  return { ticketId, number: await quoted(tx, ticket), dueAt, appended, repeated: true }
}
