export { type Team, teamMemberIds, teamsOf } from './views'
