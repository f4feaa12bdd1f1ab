import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { lockHeld, removeHeld } from './held-answers'
import type { SaidKind } from './say'
import type { HeldInput } from './schema'

export type Undone = { ticketId: string; kind: SaidKind; body: string; attachmentIds: readonly string[] }

/**
 * Takes an answer back, as long as it has not left: its words and files are its author's again. One that was refused is
 * taken up again in the same way. Nobody else's is found.
 */
export async function undoAnswer(
  actor: StaffActor,
  { heldId }: HeldInput,
): Promise<Outcome<Undone, 'not_allowed' | 'not_found' | 'already_sent'>> {
  if (!authorize(actor, 'ticket.answer')) return refuse('not_allowed')
  return asStaff(actor, async (tx) => {
    const found = await lockHeld(tx, heldId)
    if (!found) return refuse((await wasSent(tx, actor, heldId)) ? 'already_sent' : 'not_found')
    const { ticketId, authorId, said } = found.held
    if (authorId !== actor.membershipId) return refuse('not_found')
    await removeHeld(tx, heldId)
    return ok({ ticketId, kind: said.kind, body: said.body, attachmentIds: said.attachmentIds })
  })
}

/** Throws away an answer that was refused; its files are swept up later. Nobody else's is found, nor one on its way. */
export async function dropHeld(
  actor: StaffActor,
  { heldId }: HeldInput,
): Promise<Outcome<{ ticketId: string }, 'not_allowed' | 'not_found'>> {
  if (!authorize(actor, 'ticket.answer')) return refuse('not_allowed')
  return asStaff(actor, async (tx) => {
    const found = await lockHeld(tx, heldId)
    if (!found || found.held.authorId !== actor.membershipId || found.held.sendAt) return refuse('not_found')
    await removeHeld(tx, heldId)
    return ok({ ticketId: found.held.ticketId })
  })
}

/** A held answer leaves as the message of the same id. */
async function wasSent(tx: Tx, actor: StaffActor, heldId: string): Promise<boolean> {
  return (await tx.ticketMessage.count({ where: { id: heldId, authorId: actor.membershipId } })) > 0
}
