import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { activePeople, peopleOf } from '@/lib/identity'
import { partnerOf } from '@/lib/partners'
import { allTeams, teamMemberIds } from '@/lib/teams'
import { asStaff } from '@/lib/tenancy'
import { possibleActs } from './lifecycle'
import { findByNumber, followUpsOf, messageView, type NameOf, pageOf, shownFiles, type Ticket } from './page-view'
import { ruleFacts } from './readable'
import { generalOf, heldOf, heldView, readingOf, recentOf, topicsNamed } from './staff-extras'
import type { NoteView, Priority, StaffTicket } from './staff-view-types'
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
    const held = await heldOf(tx, actor, ticket.id)
    const staff = await activePeople(tx, { partnerId: null })
    const authors = [...notes.map((note) => note.authorId), ...(held ? [held.authorId] : [])]
    const staffIds = staff.map(({ membershipId }) => membershipId)
    const shared = await pageOf(tx, actor, found, locale, now, [...authors, ...staffIds])
    const { page, person, files, clocks } = shared
    const requester = (await peopleOf(tx, [ticket.openedById])).get(ticket.openedById)
    const company = await partnerOf(tx, ticket.partnerId)
    const teams = await allTeams(tx)
    return {
      side: 'staff',
      ...page,
      history: await topicsNamed(tx, page.history, locale),
      followUps: await followUpsOf(tx, found),
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
      team: { id: ticket.teamId, name: teams.find(({ id }) => id === ticket.teamId)?.name ?? '' },
      assignable: await assignable(tx, ticket.teamId, staffIds, person),
      teams: teams.map(({ id, name }) => ({ id, name })),
      priority: ticket.priority as Priority,
      priorityBy: ticket.priorityBy as StaffTicket['priorityBy'],
      general: await generalOf(tx, ticket, found.events),
      reproduced: ticket.reproduced,
      workaround: ticket.workaround ?? '',
      clocks,
      held: held && heldView(actor, held, person),
      ...(await readingOf(tx, actor, ticket)),
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
      allowed: allowedTo(actor, ticket, page, now),
    }
  })
}

function allowedTo(actor: StaffActor, ticket: Ticket, page: Pick<StaffTicket, 'state' | 'completedAt'>, now: Date) {
  // Rating is the partner's: its days do not matter here.
  const can = possibleActs(page.state, { now, completedAt: page.completedAt, ratedAt: null, ratingDays: 0 })
  const answers = authorize(actor, 'ticket.answer')
  const assigns = can.includes('agent.assign') && authorize(actor, 'ticket.assign')
  return {
    answer: can.includes('agent.answer') && answers,
    ask: can.includes('agent.ask') && answers,
    note: can.includes('agent.note') && authorize(actor, 'ticket.note'),
    take: assigns && ticket.assigneeId !== actor.membershipId,
    assign: assigns,
    close: can.includes('agent.close') && authorize(actor, 'ticket.close'),
    change: can.includes('agent.assign') && authorize(actor, 'ticket.change'),
  }
}

async function assignable(tx: Tx, teamId: string, staffIds: readonly string[], person: NameOf) {
  const ofTeam = new Set(await teamMemberIds(tx, teamId))
  const people = staffIds.map((id) => ({ ...person(id), ofTeam: ofTeam.has(id) }))
  return people.sort((a, b) => Number(b.ofTeam) - Number(a.ofTeam) || a.name.localeCompare(b.name))
}

/** Ids grow with time, so they decide between things of one millisecond. */
function merged(messages: readonly MessageView[], notes: readonly NoteView[]): (MessageView | NoteView)[] {
  return [...messages, ...notes].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}
