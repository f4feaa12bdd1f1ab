import { randomInt } from 'node:crypto'
import { holdUploads } from '@/lib/attachments'
import { authorize, type PartnerActor } from '@/lib/authz'
import { type Topic, topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import type { Locale } from '@/lib/i18n/locales'
import { marketplaceOf } from '@/lib/marketplace'
import { tellTicketOpened } from '@/lib/notifications'
import { partnerOf } from '@/lib/partners'
import { deadlinesOf, startClocks } from '@/lib/sla'
import { asPartner } from '@/lib/tenancy'
import { appendToClaim, makeClaim } from './claims'
import { runningCooldown } from './cooldown'
import { recordTicketEvent } from './events'
import { type FilledForm, filledForm } from './filled-form'
import { completedOne, type Followed, recordFollowUp } from './follow-up'
import { indexText } from './index-text.sql'
import { isLive } from './is-live'
import { linkFiles } from './link-files'
import { lockCooldown } from './lock-cooldown.sql'
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
  /** Only companies whose integration went live may ask here (000-02). */
  | 'not_live'
  /** Not a completed request that she may read. */
  | 'follows_unknown'
  /** Carries {fields}: what is wrong, by field. */
  | 'fields_invalid'
  /** Carries {ticketId, number, subject, open, until}: go on there if it is open ('yes'); unreadable: no id, no subject. */
  | 'cooldown'
  | 'attachment_unknown'
  | 'message_too_large'

/**
 * `appended`: the same condition is already claimed, and the text went to that ticket. `repeated`: this very form was
 * received before, and this is what it made. `dueAt`: when we answer; null: no promise is running.
 */
export type Opened = { ticketId: string; number: string; dueAt: Date | null; appended: boolean; repeated: boolean }

/**
 * A partner's new request: ticket, first message, files, claim, clock and mail in one transaction, or nothing at all
 * (002-05, 003-09, 003-16, 003-17; 000-04 and 000-05 for urgent topics). The form's key is looked at before all else;
 * twenty sendings of one form make one ticket. Every refusal comes before the first write: it commits and leaves nothing.
 */
export async function openTicket(actor: PartnerActor, input: OpenTicketInput): Promise<Outcome<Opened, OpenRefusal>> {
  if (!authorize(actor, 'ticket.open')) return refuse('not_allowed')
  const { submissionKey: key, ...asked } = input
  const bodyHash = hashOf({ ...asked, act: 'open' })
  return againOnConflict(() =>
    asPartner(actor, async (tx, now) => {
      const before = await sentBefore(tx, actor, key, bodyHash)
      if (before) return before

      const locale = await languageOf(tx, actor)
      const checked = await checkedRequest(tx, actor, input, locale)
      if (!checked.ok) return checked
      const { topic } = checked.value
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
      if (!topic.urgent) {
        await lockCooldown(tx, { partnerId: actor.partnerId, topicId: topic.id })
        // The same form may have been waited for just now: then it is answered again, not refused.
        const meanwhile = await sentBefore(tx, actor, key, bodyHash)
        if (meanwhile) return meanwhile
        const cooldown = await runningCooldown(tx, actor, topic.id, now)
        if (cooldown) {
          const { ticketId, number, subject, until } = cooldown
          const open = cooldown.open ? 'yes' : 'no'
          return refuse('cooldown', { ticketId: ticketId ?? '', number, subject: subject ?? '', open, until })
        }
      }
      return open(tx, actor, now, { ...checked.value, input, locale, key, bodyHash })
    }),
  )
}

type Checked = { topic: Topic; filled: FilledForm; followed: Followed | null }
type Opening = Checked & { input: OpenTicketInput; locale: Locale; key: string; bodyHash: string }

/** Whether this company may ask this, there and so. Reads only. */
async function checkedRequest(
  tx: Tx,
  actor: PartnerActor,
  input: OpenTicketInput,
  locale: Locale,
): Promise<Outcome<Checked, OpenRefusal>> {
  const topic = await topicById(tx, input.topicId, locale)
  if (!topic || topic.archived) return refuse('topic_unknown')
  if (topic.urgent && !input.claim) return refuse('claim_required')
  if (!topic.urgent && input.claim) return refuse('claim_not_here')
  const followed = input.followsId === undefined ? null : await completedOne(tx, actor, input.followsId)
  if (input.followsId !== undefined && !followed) return refuse('follows_unknown')
  if (topic.liveOnly && !isLive(await partnerOf(tx, actor.partnerId))) return refuse('not_live')
  const filled = await filledForm(tx, topic, input, locale)
  return filled.ok ? ok({ topic, filled: filled.value, followed }) : filled
}

async function open(
  tx: Tx,
  actor: PartnerActor,
  now: Date,
  { input, topic, filled, followed, locale, key, bodyHash }: Opening,
): Promise<Outcome<Opened, OpenRefusal>> {
  const held = await holdUploads(tx, actor, input.attachmentIds)
  if (!held.ok) return held
  const { marketplaceId, partnerId, membershipId } = actor
  const ticketId = newId()
  const place = { marketplaceId, ticketId, partnerId }
  const { words, ...form } = filled
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
      ...form,
      followsId: followed?.id ?? null,
      staffNewsAt: now,
      createdAt: now,
      updatedAt: now,
    },
  })
  await recordSubmission(tx, actor, { key, bodyHash, ticketId, at: now })
  await indexText(tx, { ...place, audience: 'partner', locale, text: `${input.subject}\n${words}` })
  const said = { ...place, authorId: membershipId, kind: 'request', body: input.body, locale, at: now } as const
  const messageId = await insertMessage(tx, said)
  await linkFiles(tx, actor, held.value, { ticketId, partnerId, audience: 'partner', messageId }, locale)
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
  const { answerBy, dueAt } = await startClocks(tx, { ...place, topicId: topic.id, priority: 'normal', at: now })
  if (dueAt) await tx.ticket.updateMany({ where: { id: ticketId }, data: { dueAt } })
  await tellTicketOpened(tx, now, { ...place, factId: messageId, recipientIds: [membershipId], dueAt: answerBy })
  const { prefix } = await marketplaceOf(tx, marketplaceId)
  const number = written(prefix, await takeNumber(tx, marketplaceId, ticketId))
  if (followed) await recordFollowUp(tx, actor, now, { followed, number })
  return ok({ ticketId, number, dueAt: answerBy, appended: false, repeated: false })
}

/** What was made of this form when it was sent before; null when it was not. */
async function sentBefore(
  tx: Tx,
  actor: PartnerActor,
  key: string,
  bodyHash: string,
): Promise<Outcome<Opened, 'submission_reused'> | null> {
  const earlier = await earlierSubmission(tx, actor, key, bodyHash)
  if (!earlier.ok) return earlier
  return earlier.value ? ok(await openedBefore(tx, earlier.value)) : null
}

/** What an earlier sending of the same form made. A form that opened its ticket has the ticket's own time. */
async function openedBefore(tx: Tx, { ticketId, createdAt }: Submission): Promise<Opened> {
  const ticket = await tx.ticket.findFirstOrThrow({ where: { id: ticketId } })
  const dueAt = (await deadlinesOf(tx, [ticketId])).get(ticketId) ?? null
  const appended = createdAt.getTime() !== ticket.createdAt.getTime()
  return { ticketId, number: await quoted(tx, ticket), dueAt, appended, repeated: true }
}
