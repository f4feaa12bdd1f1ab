import { type AttachRefusal, holdUploads } from '@/lib/attachments'
import { authorize, type PartnerActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { tellPartnerReplied } from '@/lib/notifications'
import { asPartner } from '@/lib/tenancy'
import { fixToTry } from './last-asked'
import type { MoveRefusal } from './lifecycle'
import { linkFiles } from './link-files'
import { lockTicket } from './lock-ticket.sql'
import { ruleFacts } from './readable'
import type { ReplyInput } from './schema'
import type { TicketState } from './states'
import { insertMessage, languageOf, quoted } from './store'
import { againOnConflict, earlierSubmission, hashOf, recordSubmission } from './submission'
import { decide, timeOf, writeMove } from './write-move'

/** `nothing_to_try`: a verdict, though the last thing we said was no fix to try. */
export type ReplyRefusal = 'not_found' | 'submission_reused' | 'nothing_to_try' | AttachRefusal | MoveRefusal

export type Replied = { ticketId: string; number: string; state: TicketState }

/**
 * The partner adds text or files (003-27); a question of ours is thereby answered and the request returns to work
 * (003-24, 003-28), and so is a fix that we asked to try, with a word on whether it works (002-08). After completion:
 * `follow_up`, a new request that refers to this one. Who works on it is told.
 */
export async function replyToTicket(actor: PartnerActor, input: ReplyInput): Promise<Outcome<Replied, ReplyRefusal>> {
  const { submissionKey: key, ...said } = input
  const bodyHash = hashOf({ ...said, act: 'reply' })
  return againOnConflict(() =>
    asPartner(actor, async (tx, now) => {
      const earlier = await earlierSubmission(tx, actor, key, bodyHash)
      if (!earlier.ok) return earlier
      if (earlier.value) return ok(await present(tx, earlier.value.ticketId))

      const ticket = await lockTicket(tx, input.ticketId)
      if (!ticket || !authorize(actor, 'ticket.write', await ruleFacts(tx, ticket))) return refuse('not_found')
      const at = timeOf(ticket, now)
      const moved = decide(ticket, 'partner.message', at)
      if (!moved.ok) return moved
      const { verdict } = input
      if (verdict && !(await fixToTry(tx, ticket.id))) return refuse('nothing_to_try')
      const held = await holdUploads(tx, actor, input.attachmentIds)
      if (!held.ok) return held

      const { marketplaceId, partnerId, membershipId } = actor
      const ticketId = ticket.id
      const locale = await languageOf(tx, actor)
      await recordSubmission(tx, actor, { key, bodyHash, ticketId, at })
      const messageId = await insertMessage(tx, {
        marketplaceId,
        ticketId,
        partnerId,
        authorId: membershipId,
        kind: 'message',
        body: input.body,
        locale,
        verdict,
        at,
      })
      await linkFiles(tx, actor, held.value, { ticketId, partnerId, audience: 'partner', messageId }, locale)
      const kind = verdict ? SAID[verdict] : 'replied'
      const change = { kind, authorId: membershipId, audience: 'partner', data: { messageId } } as const
      const { state } = await writeMove(tx, ticket, at, moved, change)
      const recipientIds = ticket.assigneeId === null ? [] : [ticket.assigneeId]
      const fact = { marketplaceId, ticketId, partnerId, factId: messageId, recipientIds }
      await tellPartnerReplied(tx, at, { ...fact, messageId })
      return ok({ ticketId, number: await quoted(tx, ticket), state })
    }),
  )
}

const SAID = { works: 'try_worked', does_not: 'try_failed' } as const

async function present(tx: Tx, ticketId: string): Promise<Replied> {
  const ticket = await tx.ticket.findFirstOrThrow({ where: { id: ticketId } })
  return { ticketId, number: await quoted(tx, ticket), state: ticket.state as TicketState }
}
