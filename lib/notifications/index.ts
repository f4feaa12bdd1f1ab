export { announceToken } from './announce-token'
export { type MailToSend, whyNotNow } from './choose-way'
export { compose } from './compose'
export { composeBundle } from './compose-bundle'
export { type MyMails, myMails, saveMailMode } from './mail-mode'
export { noticeLine } from './notice-line'
export { noticesOf, readNotices, readNoticesOf, unreadAmong, unreadNotices } from './notices'
export * from './schema'
export { sendDigest } from './send-digest'
export { type TicketFact, tellViewLink } from './tell'
export { tellPromiseBroken, tellPromiseWarning } from './tell-of-promise'
export { type CoverFact, tellCover, tellGap } from './tell-of-schedule'
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
export { type CallFact, type PauseFact, tellOfCall, tellOfPause } from './tell-partner-side'
export { tellAnswerKept, tellAssigned, tellPartnerReplied, tellRated } from './tell-staff'
export { readViewToken, type ViewPass, viewPath } from './view-token'
