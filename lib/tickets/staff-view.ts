import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { peopleOf } from '@/lib/identity'
import { partnerOf } from '@/lib/partners'
import { teamMemberIds, teamsOf } from '@/lib/teams'
import { asStaff } from '@/lib/tenancy'
import { possibleActs } from './lifecycle'
import { findByNumber, messageView, pageOf, shownFiles, type Ticket } from './page-view'
import { ruleFacts } from './readable'
import type { NoteView, RecentTicket, StaffTicket } from './staff-view-types'
import type { TicketState } from './states'
import { written } from './ticket-number'
import type { MessageView } from './view-types'

/** A request as the desk works on it: messages and notes as they came, the company beside it. */
export async function ticketForStaff(actor: StaffActor, number: string, locale: Locale): Promise<StaffTicket | null> {
  return asStaff(actor, async (tx, now) => {
    const found = await findByNumber(tx, actor, number)
    if (!found || !authorize(actor, 'ticket.read', await ruleFacts(tx, found.ticket))) return null
    const { ticket } = found
    const notes = await tx.ticketNote.findMany({
      where: { ticketId: ticket.id },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    })
    const authors = notes.map((note) => note.authorId)
    const memberIds = await teamMemberIds(tx, ticket.teamId)
    const { page, person, files } = await pageOf(tx, actor, found, locale, now, [...authors, ...memberIds])
    const members = await peopleOf(tx, [...memberIds, ticket.openedById])
    const requester = members.get(ticket.openedById)
    const company = await partnerOf(tx, ticket.partnerId)
    const team = (await teamsOf(tx, [ticket.teamId])).get(ticket.teamId)
    const can = possibleActs(page.state, { now, completedAt: page.completedAt, ratedAt: null, ratingDays: 0 })
    const answers = authorize(actor, 'ticket.answer')
    const assigns = can.includes('agent.assign') && authorize(actor, 'ticket.assign')
    return {
      side: 'staff',
      ...page,
      thread: merged(
        found.messages.map((message) => messageView(message, person, files)),
        notes.map(
          (note): NoteView => ({
            type: 'note',
            id: note.id,
            author: person(note.authorId),
            at: note.createdAt,
            body: note.body,
            files: shownFiles(files.filter((file) => file.noteId === note.id)),
          }),
        ),
      ),
      assignee: ticket.assigneeId === null ? null : person(ticket.assigneeId),
      team: { id: ticket.teamId, name: team?.name ?? '' },
      assignable: memberIds.filter((id) => members.get(id)?.active).map(person),
      partner: {
        id: company.id,
        name: company.name,
        tier: company.tier,
        lifecycle: company.lifecycle,
        locale: company.locale,
        timeZone: company.timeZone,
        recent: await recentOf(tx, ticket, found.prefix),
      },
      requester: {
        name: requester?.name ?? '',
        email: requester?.email ?? '',
        locale: requester?.locale ?? company.locale,
        timeZone: requester?.timeZone ?? company.timeZone,
      },
      allowed: {
        answer: can.includes('agent.answer') && answers,
        ask: can.includes('agent.ask') && answers,
        note: can.includes('agent.note') && authorize(actor, 'ticket.note'),
        take: assigns && ticket.assigneeId !== actor.membershipId,
        assign: assigns,
        close: can.includes('agent.close') && authorize(actor, 'ticket.close'),
      },
    }
  })
}

/** Ids grow with time, so they decide between things of one millisecond. */
function merged(messages: readonly MessageView[], notes: readonly NoteView[]): (MessageView | NoteView)[] {
  return [...messages, ...notes].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}

async function recentOf(tx: Tx, ticket: Ticket, prefix: string): Promise<RecentTicket[]> {
  const rows = await tx.ticket.findMany({
    where: { partnerId: ticket.partnerId, id: { not: ticket.id } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: 5,
  })
  return rows.map(({ number, subject, state, updatedAt }) => ({
    number: written(prefix, number),
    subject,
    state: state as TicketState,
    updatedAt,
  }))
}
