import type { Locale } from '@/lib/i18n'
import { composeAnswerKept, composeAssigned, composeRated, composeReplied } from './compose-agent'
import { composeCall, composeCallChanged, composeCallUnanswered } from './compose-call'
import { composeContactCode, composeContactTest, composeUnreachable } from './compose-contact'
import { composeDigest } from './compose-digest'
import { composeClaimDecided, composePage, composePleaseAssess, composeRepeat } from './compose-escalation'
import { composeInvitation, composeMagicLink, composePasswordReset } from './compose-link'
import { composePauseEnded, composePauseReminder } from './compose-pause'
import { composePromiseBreach, composePromiseWarning } from './compose-promise'
import { composeCoverAsked, composeCoverTaken, composeCoverWithdrawn, composeGap } from './compose-schedule'
import {
  composeAnswered,
  composeAsked,
  composeAutoClosed,
  composeClosed,
  composeFollowing,
  composeOpened,
  composeReminder,
  composeViewLink,
} from './compose-ticket'
import { composeWebhookTest } from './compose-webhook-test'
import type { Composed, MailData, MailKind } from './schema'

type Composers = { [Kind in MailKind]: (locale: Locale, data: MailData[Kind]) => Composed }

const composers: Composers = {
  'ticket.opened': composeOpened,
  'ticket.answered': composeAnswered,
  'ticket.asked': composeAsked,
  'ticket.closed': composeClosed,
  'ticket.reminder': composeReminder,
  'ticket.auto_closed': composeAutoClosed,
  'ticket.following': composeFollowing,
  'ticket.view_link': composeViewLink,
  'claim.decided': composeClaimDecided,
  'agent.replied': composeReplied,
  'agent.assigned': composeAssigned,
  'agent.rated': composeRated,
  'agent.answer_kept': composeAnswerKept,
  'promise.warning': composePromiseWarning,
  'promise.breach': composePromiseBreach,
  digest: composeDigest,
  'token.magic_link': composeMagicLink,
  'token.invitation': composeInvitation,
  'token.password_reset': composePasswordReset,
  'escalation.page': composePage,
  'escalation.assess': composePleaseAssess,
  'escalation.repeat': composeRepeat,
  'escalation.call': composeCall,
  'escalation.call_unanswered': composeCallUnanswered,
  'call.changed': composeCallChanged,
  'pause.reminder': composePauseReminder,
  'pause.ended': composePauseEnded,
  'oncall.cover_asked': composeCoverAsked,
  'oncall.cover_taken': composeCoverTaken,
  'oncall.cover_withdrawn': composeCoverWithdrawn,
  'oncall.gap': composeGap,
  'webhook.test': composeWebhookTest,
  'contact.code': composeContactCode,
  'contact.test': composeContactTest,
  'oncall.unreachable': composeUnreachable,
}

/** A mail in the reader's language; pure. */
export function compose<Kind extends MailKind>(kind: Kind, locale: Locale, data: MailData[Kind]): Composed {
  return composers[kind](locale, data)
}
