import { type AttachRefusal, holdUploads, linkAttachments } from '@/lib/attachments'
import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { tellAnswered, tellAsked } from '@/lib/notifications'
import { asStaff } from '@/lib/tenancy'
import type { MoveRefusal } from './lifecycle'
import { lockTicket } from './lock-ticket.sql'
import type { AnswerInput, AskInput } from './schema'
import { insertMessage, languageOf, quoted } from './store'
import { type Changed, decide, timeOf, writeMove } from './write-move'

/** `changed_meanwhile` carries {version}: what is new now; the page keeps the text and shows it. */
export type AnswerRefusal = 'not_found' | 'not_allowed' | 'changed_meanwhile' | AttachRefusal | MoveRefusal
export type Answered = { ticketId: string; number: string } & Changed

/** An agent's answer (003-22). Refused when something arrived since the agent last looked; answering takes the ticket. */
export function answerTicket(actor: StaffActor, input: AnswerInput): Promise<Outcome<Answered, AnswerRefusal>> {
  return say(actor, { ...input, kind: 'answer' })
}

/** A question, or a fix to try: the partner's turn, and our clock pauses (002-08, 003-28). */
export function askPartner(actor: StaffActor, input: AskInput): Promise<Outcome<Answered, AnswerRefusal>> {
  return say(actor, input)
}

type Said = Omit<AskInput, 'kind'> & { kind: 'answer' | 'ask' | 'try_this' }

const how = {
  answer: { act: 'agent.answer', event: 'answered', tell: tellAnswered },
  ask: { act: 'agent.ask', event: 'asked', tell: tellAsked },
  try_this: { act: 'agent.ask', event: 'try_asked', tell: tellAsked },
} as const

async function say(actor: StaffActor, said: Said): Promise<Outcome<Answered, AnswerRefusal>> {
  if (!authorize(actor, 'ticket.answer')) return refuse('not_allowed')
  const { act, event, tell } = how[said.kind]
  return asStaff(actor, async (tx, now) => {
    const ticket = await lockTicket(tx, said.ticketId)
    if (!ticket) return refuse('not_found')
    const at = timeOf(ticket, now)
    const moved = decide(ticket, act, at)
    if (!moved.ok) return moved
    if (said.version !== ticket.version) return refuse('changed_meanwhile', { version: ticket.version })
    const held = await holdUploads(tx, actor, said.attachmentIds)
    if (!held.ok) return held

    const { marketplaceId, partnerId, id: ticketId } = ticket
    const messageId = await insertMessage(tx, {
      marketplaceId,
      ticketId,
      partnerId,
      authorId: actor.membershipId,
      kind: said.kind,
      body: said.body,
      locale: await languageOf(tx, actor),
      at,
    })
    await linkAttachments(tx, actor, held.value, { ticketId, partnerId, audience: 'partner', messageId })
    const changed = await writeMove(tx, ticket, at, moved, {
      kind: event,
      authorId: actor.membershipId,
      audience: 'partner',
      data: { messageId },
      ...(ticket.assigneeId === null ? { assigneeId: actor.membershipId } : {}),
    })
    const recipientIds = [ticket.openedById]
    await tell(tx, at, { marketplaceId, partnerId, ticketId, factId: messageId, messageId, recipientIds })
    return ok({ ticketId, number: await quoted(tx, ticket), ...changed })
  })
}
