import type { Tx } from '@/lib/db'

export type Team = { id: string; key: string; name: string }

/** Teams by id. Staff and worker only: row security shows a partner none. */
export async function teamsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Team>> {
  if (ids.length === 0) return new Map()
  const teams = await tx.team.findMany({ where: { id: { in: [...new Set(ids)] } } })
  return new Map(teams.map(({ id, key, name }) => [id, { id, key, name }]))
}

/** Membership ids of a team's people, disabled ones included (ask identity who is active). Staff and worker only. */
export async function teamMemberIds(tx: Tx, teamId: string): Promise<string[]> {
  const members = await tx.teamMember.findMany({ where: { teamId }, orderBy: { membershipId: 'asc' } })
  return members.map((member) => member.membershipId)
}

/** Ids of the teams that somebody of the staff belongs to. Staff and worker only. */
export async function teamIdsOf(tx: Tx, membershipId: string): Promise<string[]> {
  const teams = await tx.teamMember.findMany({ where: { membershipId }, select: { teamId: true } })
  return teams.map(({ teamId }) => teamId)
}

/** Every team of the marketplace, by name: where a ticket may be passed to. Staff and worker only. */
export async function allTeams(tx: Tx): Promise<Team[]> {
  const teams = await tx.team.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  return teams.map(({ id, key, name }) => ({ id, key, name }))
}
