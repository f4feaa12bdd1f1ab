/** By which road a message leaves. */
export const CHANNELS = ['mail', 'push', 'webhook', 'ntfy', 'sms', 'voice'] as const
export type Channel = (typeof CHANNELS)[number]

/** SENT, FAILED (refused for good), SUPPRESSED (no longer wanted) and DEAD (gave up) are ends; every delivery reaches one. */
export const DELIVERY_STATUSES = ['PENDING', 'SENDING', 'SENT', 'FAILED', 'SUPPRESSED', 'DEAD'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** How one attempt ended. `unknown`: it was under way when its worker died or its time was over; the copy may have arrived. */
export const ATTEMPT_OUTCOMES = ['sent', 'failed', 'retry', 'unknown', 'suppressed'] as const
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number]

export type AttemptView = {
  attempt: number
  startedAt: Date
  endedAt: Date | null
  outcome: AttemptOutcome | null
  /** What the other side said, or why it was not tried: for engineers, in English. */
  detail: string | null
}

/** What became of one message to one address. */
export type DeliveryFate = {
  id: string
  kind: string
  recipientId: string | null
  channel: Channel
  address: string
  status: DeliveryStatus
  /** When it is tried next; null unless PENDING. */
  notBefore: Date | null
  plannedAt: Date
  settledAt: Date | null
  /** Why it was suppressed or failed. */
  outcome: string | null
  epoch: number
  loop: number
  step: number
  /** The row whose message named it, when several pages left as one; its own id for that row. */
  bundleId: string | null
  attempts: AttemptView[]
}

/** 0: the first page of an escalation, before all else. 1: any later page. 2: mail that nobody is woken by. */
export type Priority = 0 | 1 | 2

/** What a row of the ledger says of its message from the plan to the end. */
type Addressed = {
  marketplaceId: string
  id: string
  kind: string
  subjectKind: string
  subjectId: string
  /** Set when the message is about a partner's affairs, so that this partner's own transaction may plan it. */
  partnerId: string | null
  recipientId: string | null
  channel: Channel
  address: string
  locale: string
  priority: Priority
}

/** A message to plan. With `kind`, `subjectId` and the place, recipient and address it is one of a kind (`deliveryId`). */
export type PlannedMessage = Addressed & {
  /** Ids and numbers that composing needs; never a secret, never a sentence. */
  payload: Record<string, string | number | boolean | null>
  place?: { epoch: number; loop: number; step: number }
  notBefore: Date
}

/** A row that this worker has claimed, with the number of the attempt it is about to make. */
export type Claimed = Addressed & {
  payload: Record<string, unknown>
  epoch: number
  loop: number
  step: number
  attempt: number
  createdAt: Date
  leaseUntil: Date
  /** The row whose id the message carries, when several pages leave as one. */
  bundleId: string | null
}

/** The same message for a locked screen: what every channel but mail says. */
export type Brief = {
  title: string
  text: string
  /** Where it is read; shows, and never changes anything. */
  url: string
  /** A POST of `act=take` there says "I'm on it"; null when there is nothing to take. */
  ackUrl: string | null
  severity: 'P0' | 'P1' | 'P2' | null
  /** The words on its two buttons, in the reader's language. */
  labels: { open: string; take: string }
}

/** What a channel needs besides the address, as it stands when the message leaves. */
export type Way = {
  /** The method or the webhook endpoint: its signing secret is derived from it. */
  id: string
  secretVersion: number
  /** `keys` of a browser's push subscription, `token` of an ntfy server. */
  config: Readonly<Record<string, unknown>>
}

/** What a sender is handed: one message to one person, or to one endpoint. */
export type Message = {
  /** Constant over all attempts, so that a doubled copy is recognisable (mail: Message-ID, webhook: webhook-id). */
  id: string
  kind: string
  locale: string
  way: Way | null
  brief: Brief
  from: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** Messages of one subject belong together in the reader's mailbox. */
  thread: string | null
}

/** The part of a message that its kind composes. */
export type Words = Omit<Message, 'id' | 'kind' | 'locale' | 'way'>

/**
 * How a sending attempt ended. `unknown`: nobody can say whether the other side took it. `detail` is for engineers: a
 * status, never what a web server wrote below it.
 */
export type SendResult = {
  outcome: 'sent' | 'failed' | 'retry' | 'unknown'
  detail: string
  /** The other side will never take anything at this address again. */
  gone?: true
  /** How long the other side asked us to wait, in milliseconds. */
  retryAfterMs?: number
}

/** One road out. A sender never throws for what the other side says, and answers within `SEND_LIMIT_MS`. */
export type Sender = (message: Message, signal: AbortSignal) => Promise<SendResult>
