export { announceToken } from './announce-token'
export { compose } from './compose'
export * from './schema'
export {
  type TicketFact,
  tellAnswered,
  tellAsked,
  tellClaimDecided,
  tellClosed,
  tellTicketOpened,
} from './tell-of-ticket'
