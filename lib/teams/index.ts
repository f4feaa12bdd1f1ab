export { allTeams, type Team, teamIdsOf, teamMemberIds, teamsOf } from './views'
