import { type AttachRefusal, holdUploads } from '@/lib/attachments'
import type { PartnerActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok } from '@/lib/foundation/outcome'
import type { Locale } from '@/lib/i18n/locales'
import { tellPartnerReplied } from '@/lib/notifications'
import { wakeWorker } from '@/lib/tenancy'
import { type Condition, severityOf } from './conditions'
import { recordTicketEvent } from './events'
import { linkFiles } from './link-files'
import { lockTicket } from './lock-ticket.sql'
import { insertMessage, quoted } from './store'
import { decide, timeOf, writeMove } from './write-move'

/* "This is urgent" (000-04). Tickets records the claim and wakes the worker; what becomes of it is the engine's. */

const OPEN = ['claimed', 'confirmed']

/** Records a claim on a ticket that has just been made. One open claim per company and condition: an index keeps it. */
export async function makeClaim(
  tx: Tx,
  actor: PartnerActor,
  now: Date,
  { ticketId, condition }: { ticketId: string; condition: Condition },
): Promise<void> {
  const { marketplaceId, partnerId, membershipId } = actor
  const id = newId()
  const severity = severityOf(condition)
  await tx.claim.createMany({
    data: {
      marketplaceId,
      id,
      ticketId,
      partnerId,
      condition,
      severity,
      claimedById: membershipId,
      claimedAt: now,
    },
  })
  await recordTicketEvent(tx, {
    marketplaceId,
    ticketId,
    partnerId,
    at: now,
    kind: 'claim_made',
    authorId: membershipId,
    audience: 'partner',
    data: { claimId: id, condition },
  })
  await wakeWorker(tx)
}

export type Repeat = {
  condition: Condition
  subject: string
  body: string
  attachmentIds: readonly string[]
  locale: Locale
}

/**
 * The same condition claimed again while a claim of it is open: its text joins that claim's ticket, and the engine is
 * told once more. Null when there is no open claim, so that a new one is made.
 */
export async function appendToClaim(
  tx: Tx,
  actor: PartnerActor,
  now: Date,
  repeat: Repeat,
): Promise<Outcome<{ ticketId: string; number: string; at: Date }, AttachRefusal> | null> {
  const which = { partnerId: actor.partnerId, condition: repeat.condition, state: { in: OPEN } }
  const found = await tx.claim.findFirst({ where: which })
  const ticket = found && (await lockTicket(tx, found.ticketId))
  // Read again under the ticket's lock: it may have ended meanwhile.
  const claim = found && (await tx.claim.findFirst({ where: { ...which, id: found.id } }))
  if (!ticket || !claim) return null
  const at = timeOf(ticket, now)
  const moved = decide(ticket, 'partner.message', at)
  if (!moved.ok) return null
  const held = await holdUploads(tx, actor, repeat.attachmentIds)
  if (!held.ok) return held

  const { marketplaceId, partnerId, membershipId } = actor
  const ticketId = ticket.id
  const body = `${repeat.subject}\n\n${repeat.body}`
  const said = { marketplaceId, ticketId, partnerId, authorId: membershipId, body, locale: repeat.locale, at }
  const messageId = await insertMessage(tx, { ...said, kind: 'message' })
  const target = { ticketId, partnerId, audience: 'partner', messageId } as const
  await linkFiles(tx, actor, held.value, target, repeat.locale)
  const repeats = claim.repeats + 1
  await tx.claim.updateMany({ where: { id: claim.id }, data: { repeats, consideredAt: null } })
  await writeMove(tx, ticket, at, moved, {
    kind: 'claim_repeated',
    authorId: membershipId,
    audience: 'partner',
    data: { claimId: claim.id, condition: repeat.condition, repeats, messageId },
  })
  const recipientIds = ticket.assigneeId === null ? [] : [ticket.assigneeId]
  await tellPartnerReplied(tx, at, { marketplaceId, ticketId, partnerId, factId: messageId, recipientIds, messageId })
  await wakeWorker(tx)
  return ok({ ticketId, number: await quoted(tx, ticket), at })
}

export type ClaimRecord = {
  id: string
  marketplaceId: string
  ticketId: string
  partnerId: string
  condition: Condition
  severity: 'P0' | 'P1' | 'P2'
  state: 'claimed' | 'confirmed' | 'declined' | 'ended'
  claimedById: string
  claimedAt: Date
  repeats: number
  consideredAt: Date | null
  decidedById: string | null
  decidedAt: Date | null
  declineReason: string | null
  nextWorkingAt: Date | null
  /** The one objection after a decline. */
  appealedAt: Date | null
  appealedById: string | null
  appealText: string | null
}

/** A claim for the engine; null when row security shows none. */
export async function claimOf(tx: Tx, claimId: string): Promise<ClaimRecord | null> {
  return (await tx.claim.findFirst({ where: { id: claimId } })) as ClaimRecord | null
}

/** Several claims by id, for lists. */
export async function claimsOf(tx: Tx, claimIds: readonly string[]): Promise<Map<string, ClaimRecord>> {
  if (claimIds.length === 0) return new Map()
  const rows = (await tx.claim.findMany({ where: { id: { in: [...new Set(claimIds)] } } })) as ClaimRecord[]
  return new Map(rows.map((row) => [row.id, row]))
}

export type ClaimStamp = Partial<
  Pick<ClaimRecord, 'state' | 'consideredAt' | 'decidedById' | 'decidedAt' | 'declineReason' | 'nextWorkingAt'>
>

/**
 * What the engine made of a claim. Takes the ticket's lock first, as everybody does; an ended claim stays ended
 * whatever was decided meanwhile, and only being considered is still noted.
 */
export async function stampClaim(tx: Tx, claimId: string, stamp: ClaimStamp): Promise<void> {
  const claim = await tx.claim.findFirstOrThrow({ where: { id: claimId }, select: { ticketId: true } })
  await lockTicket(tx, claim.ticketId)
  const { consideredAt, ...decided } = stamp
  if (consideredAt !== undefined) await tx.claim.updateMany({ where: { id: claimId }, data: { consideredAt } })
  const data = Object.fromEntries(Object.entries(decided).filter(([, value]) => value !== undefined))
  if (Object.keys(data).length === 0) return
  await tx.claim.updateMany({ where: { id: claimId, state: { not: 'ended' } }, data })
}
