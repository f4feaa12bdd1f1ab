import { type AttachRefusal, holdUploads } from '@/lib/attachments'
import { authorize, type StaffActor } from '@/lib/authz'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { indexText } from './index-text.sql'
import type { MoveRefusal } from './lifecycle'
import { linkFiles } from './link-files'
import { lockTicket } from './lock-ticket.sql'
import type { NoteInput } from './schema'
import { languageOf, quoted } from './store'
import { decide, timeOf, writeMove } from './write-move'

export type NoteRefusal = 'not_found' | 'not_allowed' | AttachRefusal | MoveRefusal
export type Noted = { ticketId: string; number: string; version: number }

/** What agents tell each other. A table of its own, and files that only staff may open: no partner ever reaches it. */
export async function addNote(actor: StaffActor, input: NoteInput): Promise<Outcome<Noted, NoteRefusal>> {
  if (!authorize(actor, 'ticket.note')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const ticket = await lockTicket(tx, input.ticketId)
    if (!ticket) return refuse('not_found')
    const at = timeOf(ticket, now)
    const moved = decide(ticket, 'agent.note', at)
    if (!moved.ok) return moved
    const held = await holdUploads(tx, actor, input.attachmentIds)
    if (!held.ok) return held

    const { marketplaceId, partnerId, id: ticketId } = ticket
    const authorId = actor.membershipId
    const noteId = newId()
    await tx.ticketNote.createMany({
      data: { marketplaceId, id: noteId, ticketId, authorId, body: input.body, createdAt: at },
    })
    const locale = await languageOf(tx, actor)
    await indexText(tx, { marketplaceId, ticketId, partnerId, audience: 'staff', locale, text: input.body })
    await linkFiles(tx, actor, held.value, { ticketId, partnerId, audience: 'staff', noteId }, locale)
    const change = { kind: 'noted', authorId, audience: 'staff', data: { noteId } } as const
    const { version } = await writeMove(tx, ticket, at, moved, change)
    return ok({ ticketId, number: await quoted(tx, ticket), version })
  })
}
