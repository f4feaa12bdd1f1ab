export { announceToken } from './announce-token'
export { compose } from './compose'
export * from './schema'
export type { TicketFact } from './tell'
export {
  tellAnswered,
  tellAsked,
  tellAutoClosed,
  tellClaimDecided,
  tellClosed,
  tellFollowing,
  tellReminder,
  tellTicketOpened,
} from './tell-of-ticket'
export { tellAnswerKept, tellAssigned, tellPartnerReplied, tellRated } from './tell-staff'
