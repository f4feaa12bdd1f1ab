/** What the partner's people are told of a request: a notice in the portal, and a mail by their preference. */
export const PARTNER_NOTICES = [
  'ticket.opened',
  'ticket.answered',
  'ticket.asked',
  'ticket.closed',
  'ticket.reminder',
  'ticket.auto_closed',
  'ticket.following',
  'claim.decided',
] as const
/** The same for the marketplace's staff. */
export const STAFF_NOTICES = ['agent.replied', 'agent.assigned', 'agent.rated', 'agent.answer_kept'] as const
export type NoticeKind = (typeof PARTNER_NOTICES)[number] | (typeof STAFF_NOTICES)[number]
export type Audience = 'partner' | 'staff'

/** Whose people are told of it. */
export function audienceOf(kind: NoticeKind): Audience {
  return (STAFF_NOTICES as readonly string[]).includes(kind) ? 'staff' : 'partner'
}

/** Every mail there is, by the name its delivery carries. */
export const MAIL_KINDS = [
  'ticket.opened',
  'ticket.answered',
  'ticket.asked',
  'ticket.closed',
  'claim.decided',
  'token.magic_link',
  'token.invitation',
  'token.password_reset',
  'escalation.page',
  'escalation.assess',
  'escalation.repeat',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** Who a mail comes from and whom it greets; times are written in `timeZone` (IANA). */
type Shared = { marketplace: string; reader: string; timeZone: string; link: string }
type AboutTicket = Shared & { number: string; subject: string }
type FromAgent = AboutTicket & { author: string; text: string; textLocale: string }
type Link = Shared & { expiresAt: Date }
export type Condition = 'integration_down' | 'publishing_blocked' | 'orders_blocked'
type Urgent = AboutTicket & {
  partner: string
  topic: string
  severity: 'P0' | 'P1' | 'P2'
  condition: Condition | null
  since: Date
  now: Date
  /** What the partner wrote, cut to a few lines; null when there is nothing to show. */
  quote: { text: string; locale: string } | null
}

/** What each mail tells. Everything is read when it is sent, so a mail never says what is no longer true. */
export type MailData = {
  'ticket.opened': AboutTicket & { promiseAt: Date | null; urgent: boolean }
  'ticket.answered': FromAgent
  'ticket.asked': FromAgent
  'ticket.closed': AboutTicket & { reason: string | null }
  'claim.decided': AboutTicket & {
    confirmed: boolean
    reason: string | null
    /** When support works next; null while it is at work. */
    nextWorkingAt: Date | null
  }
  'token.magic_link': Link
  'token.invitation': Link & { company: string | null }
  'token.password_reset': Link
  /** `link` is the acknowledge link. */
  'escalation.page': Urgent & { unanswered: boolean; nextAt: Date | null }
  /** `link` leads to the escalation on the desk; `takeLink` is the acknowledge link. */
  'escalation.assess': Urgent & { takeLink: string; decideBy: Date }
  'escalation.repeat': AboutTicket & { partner: string; repeats: number }
}

export type Composed = { subject: string; text: string; html: string }
