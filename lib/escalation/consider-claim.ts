import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { defaultLocale } from '@/lib/i18n'
import { asWorker } from '@/lib/tenancy'
import { type ClaimRecord, claimOf, stampClaim, ticketFacts } from '@/lib/tickets'
import { giveCommand } from './command'
import { evidenceOf } from './evidence'
import { holdDedupKey } from './hold-dedup-key.sql'
import { openRun } from './open-run'
import { policyToFreeze } from './policies'
import type { Run } from './run'
import { holdOpenRun } from './store'

/** A partner's condition has one open run at a time ("Claims repeat"). */
export function dedupKeyOf({ partnerId, condition }: Pick<ClaimRecord, 'partnerId' | 'condition'>): string {
  return `claim:${partnerId}:${condition}`
}

/**
 * Worker: what tickets left to consider of a claim. A new one opens a run and people are told in the same transaction; a
 * repeat joins the run that is open; an ended one (its ticket was completed) resolves it. Safe to call at any time.
 */
export async function considerClaim(marketplaceId: string, claimId: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    const seen = await claimOf(tx, claimId)
    if (!seen || seen.consideredAt) return
    if (!(await holdDedupKey(tx, marketplaceId, dedupKeyOf(seen)))) return
    const open = await holdOpenRun(tx, dedupKeyOf(seen))
    const pending = (await claimOf(tx, claimId))?.consideredAt === null
    if (!pending) return
    await stampClaim(tx, claimId, { consideredAt: now })
    // Read under the ticket's lock, which the stamp holds: what comes after this is considered anew.
    const claim = await claimOf(tx, claimId)
    if (claim) await consider(tx, now, claim, open)
  })
}

async function consider(tx: Tx, now: Date, claim: ClaimRecord, open: Run | null): Promise<void> {
  const isItsOwn = open?.claimId === claim.id
  const stands = claim.state === 'claimed' || claim.state === 'confirmed'
  if (open && isItsOwn && stands) {
    await giveCommand(tx, now, { run: open, command: { kind: 'Repeat', by: claim.claimedById } })
    return
  }
  // Its own ticket was completed; or this claim stands, and an older one's run waits to be closed. Never the reverse: an
  // old claim that is looked at late must not end the run of a newer one.
  if (open && (isItsOwn || stands)) await giveCommand(tx, now, { run: open, command: { kind: 'Resolve', by: null } })
  if (claim.state === 'claimed') await openClaimRun(tx, now, claim)
}

async function openClaimRun(tx: Tx, now: Date, claim: ClaimRecord): Promise<void> {
  const { marketplaceId, ticketId, severity } = claim
  const ticket = (await ticketFacts(tx, [ticketId])).get(ticketId)
  if (!ticket) throw new Error('a claim without a ticket')
  const topic = await topicById(tx, ticket.topicId, defaultLocale)
  const frozen = await policyToFreeze(tx, marketplaceId, topic?.policyId ?? null)
  const evidence = await evidenceOf(tx, now, claim, ticket.topicId)
  const about = { marketplaceId, partnerId: claim.partnerId, ticketId, claimId: claim.id, dedupKey: dedupKeyOf(claim) }
  await openRun(
    tx,
    now,
    frozen,
    { ...about, source: 'claim', direction: 'IN', severity, by: claim.claimedById, evidence },
    { staffed: evidence.staffed ?? false, teamId: ticket.teamId, appeal: claim.appealedAt !== null },
  )
}
