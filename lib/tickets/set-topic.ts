import type { StaffActor } from '@/lib/authz'
import { topicById } from '@/lib/catalog'
import { type Outcome, refuse } from '@/lib/foundation/outcome'
import { defaultLocale } from '@/lib/i18n/locales'
import { teamsOf } from '@/lib/teams'
import { type ChangedTicket, type ChangeRefusal, changeTicket, dueUnder } from './change-ticket'
import { recordTicketEvent } from './events'
import type { TopicInput } from './schema'

/**
 * Moves a request to the topic it belongs to: its team becomes the topic's, and its promises are those of the new topic,
 * counted from when they began. What the old topic made of it (a general fault, and the priority that came with it) ends,
 * and its breadth is looked at anew.
 */
export function setTopic(
  actor: StaffActor,
  { ticketId, topicId }: TopicInput,
): Promise<Outcome<ChangedTicket, ChangeRefusal | 'topic_unknown'>> {
  return changeTicket(actor, ticketId, async (tx, ticket, at) => {
    if (topicId === ticket.topicId) return null
    const topic = await topicById(tx, topicId, defaultLocale)
    if (!topic || topic.archived) return refuse('topic_unknown')
    const raised = ticket.priorityBy === 'breadth'
    const priority = raised ? 'normal' : ticket.priority
    const { marketplaceId, partnerId, teamId } = ticket
    if (topic.teamId !== teamId) {
      const place = { marketplaceId, ticketId, partnerId, at, authorId: actor.membershipId, audience: 'staff' } as const
      const personName = (await teamsOf(tx, [topic.teamId])).get(topic.teamId)?.name ?? ''
      const data = { from: teamId, to: topic.teamId, personName }
      await recordTicketEvent(tx, { ...place, kind: 'team_changed', data })
    }
    return {
      kind: 'topic_changed',
      audience: 'partner',
      data: { from: ticket.topicId, to: topicId },
      also: {
        topicId,
        teamId: topic.teamId,
        priority,
        ...(raised ? { priorityBy: null } : {}),
        generalSince: null,
        consideredAt: null,
        ...(await dueUnder(tx, ticket, { topicId, priority }, at)),
      },
      before: { topicId: ticket.topicId, teamId, priority: ticket.priority },
      after: { topicId, teamId: topic.teamId, priority },
    }
  })
}
