import type { StaffActor } from '@/lib/authz'
import { type Outcome, refuse } from '@/lib/foundation/outcome'
import { teamsOf } from '@/lib/teams'
import { type ChangedTicket, type ChangeRefusal, changeTicket } from './change-ticket'
import type { TeamInput } from './schema'

/** Passes it to another team. Whoever works on it keeps it: teams route, they do not wall off. */
export function setTeam(
  actor: StaffActor,
  { ticketId, teamId }: TeamInput,
): Promise<Outcome<ChangedTicket, ChangeRefusal | 'team_unknown'>> {
  return changeTicket(actor, ticketId, async (tx, ticket) => {
    if (teamId === ticket.teamId) return null
    const team = (await teamsOf(tx, [teamId])).get(teamId)
    if (!team) return refuse('team_unknown')
    return {
      kind: 'team_changed',
      audience: 'staff',
      data: { from: ticket.teamId, to: teamId, personName: team.name },
      also: { teamId },
      before: { teamId: ticket.teamId },
      after: { teamId },
    }
  })
}
