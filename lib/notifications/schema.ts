import { z } from 'zod/mini'
import type { Brief } from '@/lib/delivery/schema'

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
export const STAFF_NOTICES = [
  'agent.replied',
  'agent.assigned',
  'agent.rated',
  'agent.answer_kept',
  'promise.warning',
  'promise.breach',
] as const
export type NoticeKind = (typeof PARTNER_NOTICES)[number] | (typeof STAFF_NOTICES)[number]
export type Audience = 'partner' | 'staff'

/** Whose people are told of it. */
export function audienceOf(kind: NoticeKind): Audience {
  return (STAFF_NOTICES as readonly string[]).includes(kind) ? 'staff' : 'partner'
}

/** Every mail there is, by the name its delivery carries. */
export const MAIL_KINDS = [
  ...PARTNER_NOTICES,
  ...STAFF_NOTICES,
  'ticket.view_link',
  'digest',
  'token.magic_link',
  'token.invitation',
  'token.password_reset',
  'escalation.page',
  'escalation.assess',
  'escalation.repeat',
  'escalation.call',
  'escalation.call_unanswered',
  'call.changed',
  'pause.reminder',
  'pause.ended',
  'oncall.cover_asked',
  'oncall.cover_taken',
  'oncall.cover_withdrawn',
  'oncall.gap',
  'webhook.test',
  'contact.code',
  'contact.test',
  'oncall.unreachable',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** Who a mail comes from and whom it greets; times are written in `timeZone` (IANA). */
type Shared = { marketplace: string; reader: string; timeZone: string; link: string }
type AboutTicket = Shared & { number: string; subject: string }
/** `settingsLink`: where its reader says which mails she wants. */
type Told = AboutTicket & { settingsLink: string }
type Written = { author: string; text: string; textLocale: string }
type ToStaff = Told & { partner: string }
/** `promise`: which one, as sla names it. */
type OfPromise = ToStaff & { promise: 'first_answer' | 'next_answer' | 'resolution'; dueAt: Date }
type Link = Shared & { expiresAt: Date }
export type Condition = 'integration_down' | 'publishing_blocked' | 'orders_blocked'
/** `number`, `partner`, `topic`: null where no request or company is behind it. */
type Urgent = Shared & {
  number: string | null
  subject: string
  partner: string | null
  topic: string | null
  /** Who or what called. */
  source: 'claim' | 'hand' | 'alert' | 'heartbeat' | 'breach' | 'monitor'
  severity: 'P0' | 'P1' | 'P2'
  condition: Condition | null
  since: Date
  now: Date
  /** What the partner wrote, cut to a few lines; null when there is nothing to show. */
  quote: { text: string; locale: string } | null
}

/** Somebody's stretch on call that a colleague is asked to cover (`requestedBy` asks). */
type Covered = Shared & { schedule: string; requestedBy: string; from: Date; to: Date }

export type BundledRun = Pick<Urgent, 'number' | 'subject' | 'partner' | 'severity' | 'since' | 'link'>
/** Several pages for one person, each with its own acknowledge link; `link` leads to all of them. */
export type BundleData = Pick<Shared, 'marketplace' | 'timeZone' | 'link'> & { now: Date; runs: BundledRun[] }

/** A partner is called (000-15): a run without words of the partner's own. `deadlineAt`: until when it is to answer. */
export type Called = Shared & {
  openLink: string
  title: string
  detail: string | null
  severity: 'P0' | 'P1' | 'P2'
  since: Date
  deadlineAt: Date | null
  now: Date
  company: string
  number: string | null
}

/** What each mail tells. Everything is read when it is sent, so a mail never says what is no longer true. */
export type MailData = {
  'ticket.opened': Told & { promiseAt: Date | null; urgent: boolean }
  'ticket.answered': Told & Written
  'ticket.asked': Told & Written
  'ticket.closed': Told & { reason: string | null }
  /** When it closes by itself, and whether it waits for her answer to a question. */
  'ticket.reminder': Told & { closesAt: Date; asked: boolean }
  'ticket.auto_closed': Told
  'ticket.following': Told & { addedBy: string }
  'ticket.view_link': Told
  'claim.decided': Told & {
    confirmed: boolean
    reason: string | null
    /** When support works next; null while it is at work. */
    nextWorkingAt: Date | null
  }
  'agent.replied': ToStaff & Written & { verdict: 'works' | 'does_not' | null; files: number }
  'agent.assigned': ToStaff & { by: string | null }
  'agent.rated': ToStaff & { stars: number; comment: string | null }
  'agent.answer_kept': ToStaff & { text: string }
  /** `yours`: its reader works on it; else nobody does. */
  'promise.warning': OfPromise & { yours: boolean }
  /** `agent`: who works on it. */
  'promise.breach': OfPromise & { agent: string | null }
  digest: Shared & { settingsLink: string; about: DigestPart[]; more: number }
  'token.magic_link': Link
  /** `endpoint`: the system that is told, `by`: who sent the test. */
  'webhook.test': Shared & { endpoint: string; by: string }
  'token.invitation': Link & { company: string | null }
  'token.password_reset': Link
  /** `link` is the acknowledge link. */
  'escalation.page': Urgent & { unanswered: boolean; nextAt: Date | null }
  /** `link` leads to the escalation on the desk; `takeLink` is the acknowledge link. */
  'escalation.assess': Urgent & { takeLink: string; decideBy: Date }
  /** `partner` '': what came again is no partner's claim. */
  'escalation.repeat': AboutTicket & { partner: string; repeats: number }
  /** To the partner's people: `link` is the acknowledge link, `openLink` the call's page in the portal. */
  'escalation.call': Called
  /** To the staff, when the partner has not answered: `openLink` is the escalation. */
  'escalation.call_unanswered': Called
  'call.changed': Shared & {
    company: string
    title: string
    number: string | null
    severity: 'P0' | 'P1' | 'P2'
    what: 'taken' | 'noted' | 'fixed'
    by: string
    text: string | null
    textLocale: string
  }
  /** `link` leads to the company's page. */
  'pause.reminder': Shared & { company: string; until: Date; reason: string }
  'pause.ended': Shared & { company: string; until: Date; reason: string }
  /** `link` leads to the schedule. */
  'oncall.cover_asked': Covered & { note: string | null; personally: boolean }
  'oncall.cover_taken': Covered & { by: string }
  'oncall.cover_withdrawn': Covered
  'oncall.gap': Shared & { schedule: string; from: Date; to: Date | null }
  /** `link` leads to the reader's own phone page. */
  'contact.code': Shared & { code: string; expiresAt: Date }
  'contact.test': Shared
  /** `name`: whom no page would reach; null when it is the reader herself. */
  'oncall.unreachable': Shared & { name: string | null; schedule: string; from: Date; to: Date | null }
}

/** One request of a digest, and what was told of it, oldest first. */
export type DigestPart = {
  number: string
  subject: string
  /** Language of the subject. */
  locale: string
  link: string
  notices: readonly Pick<NoticeView, 'kind' | 'data' | 'at'>[]
}

/** What somebody was told inside the portal. `data`: ids and numbers of the fact. */
export type NoticeView = {
  id: string
  kind: NoticeKind
  ticketId: string
  data: Readonly<Record<string, string | number | null>>
  at: Date
  read: boolean
}
export type NoticePage = { notices: NoticeView[]; nextCursor: string | null }

/** Each mail, one digest a day, or only those that need something from her. */
export const MAIL_MODES = ['each', 'digest', 'needed'] as const
export type MailMode = (typeof MAIL_MODES)[number]

export const mailModeInput = z.strictObject({ mode: z.enum(MAIL_MODES) })
/** Without an id: all. */
export const readNoticesInput = z.strictObject({ id: z.optional(z.uuid()) })
/** `token`: the secret of a read-only link. */
export const viewLinkInput = z.strictObject({ token: z.string().check(z.maxLength(200)) })

/** `brief`: the same for a locked screen, for every channel but mail. */
export type Composed = { subject: string; text: string; html: string; brief: Brief }
