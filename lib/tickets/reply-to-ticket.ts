import { type AttachRefusal, holdUploads, linkAttachments } from '@/lib/attachments'
import { authorize, type PartnerActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asPartner } from '@/lib/tenancy'
import type { MoveRefusal } from './lifecycle'
import { lockTicket } from './lock-ticket.sql'
import { ruleFacts } from './readable'
import type { ReplyInput } from './schema'
import type { TicketState } from './states'
import { insertMessage, languageOf, quoted } from './store'
import { againOnConflict, earlierSubmission, hashOf, recordSubmission } from './submission'
import { decide, timeOf, writeMove } from './write-move'

export type ReplyRefusal = 'not_found' | 'submission_reused' | AttachRefusal | MoveRefusal

export type Replied = { ticketId: string; number: string; state: TicketState }

/**
 * The partner adds text or files (003-27); a question of ours is thereby answered and the request returns to work
 * (003-24, 003-28). After completion: `follow_up`, a new request that refers to this one.
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
      const held = await holdUploads(tx, actor, input.attachmentIds)
      if (!held.ok) return held

      const { marketplaceId, partnerId, membershipId } = actor
      const ticketId = ticket.id
      await recordSubmission(tx, actor, { key, bodyHash, ticketId, at })
      const messageId = await insertMessage(tx, {
        marketplaceId,
        ticketId,
        partnerId,
        authorId: membershipId,
        kind: 'message',
        body: input.body,
        locale: await languageOf(tx, actor),
        at,
      })
      await linkAttachments(tx, actor, held.value, { ticketId, partnerId, audience: 'partner', messageId })
      const change = { kind: 'replied', authorId: membershipId, audience: 'partner', data: { messageId } } as const
      const { state } = await writeMove(tx, ticket, at, moved, change)
      return ok({ ticketId, number: await quoted(tx, ticket), state })
    }),
  )
}

async function present(tx: Tx, ticketId: string): Promise<Replied> {
  const ticket = await tx.ticket.findFirstOrThrow({ where: { id: ticketId } })
  return { ticketId, number: await quoted(tx, ticket), state: ticket.state as TicketState }
}
