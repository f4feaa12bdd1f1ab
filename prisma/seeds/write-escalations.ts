import { dedupKeyOf } from '@/lib/escalation'
import { newId } from '@/lib/foundation/ids'
import { sentOf } from './ledger'
import type { SeededOnCall } from './oncall'
import type { Told } from './tell-story'
import type { Grounds, SeededMarketplace } from './world'

/** Writes claims, runs with their events, and the ledger of what was sent. The requests are written already. */
export async function writeEscalations(
  { tx }: Grounds,
  marketplace: SeededMarketplace,
  on: SeededOnCall,
  told: readonly Told[],
) {
  await tx.claim.createMany({ data: told.map(({ claim }) => claim) })
  await tx.escalation.createMany({ data: told.map((one) => escalationRow(marketplace, on, one)) })
  await tx.escalationEvent.createMany({
    data: told.flatMap(({ run, escalationId }) =>
      run.events.map(({ seq, at, kind, by, ...data }) => ({
        marketplaceId: marketplace.id,
        escalationId,
        seq,
        at,
        kind,
        authorId: by,
        // Instants inside become ISO text, as in every row of this table.
        data: JSON.parse(JSON.stringify(data)),
      })),
    ),
  })
  const workerId = newId()
  const sent = told.flatMap((one) => sentOf(marketplace, one, workerId))
  await tx.delivery.createMany({ data: sent.map(({ delivery }) => delivery) })
  await tx.deliveryAttempt.createMany({ data: sent.flatMap(({ attempts }) => attempts) })
}

function escalationRow(
  marketplace: SeededMarketplace,
  on: SeededOnCall,
  { story, played, run, claim, escalationId }: Told,
) {
  const { ackedBy, confirmedBy, confirmedAt, ...row } = run.escalation
  const closed = row.state === 'RESOLVED' || row.state === 'DECLINED'
  return {
    ...row,
    marketplaceId: marketplace.id,
    id: escalationId,
    dedupKey: dedupKeyOf({ partnerId: played.ticket.partnerId, condition: story.condition }),
    ticketId: played.ticket.id,
    partnerId: played.ticket.partnerId,
    claimId: claim.id,
    policyVersionId: on.policyVersionId,
    ackedById: ackedBy,
    assessedById: confirmedBy,
    assessedAt: confirmedAt,
    openedAt: run.openedAt,
    closedAt: closed ? (run.events.at(-1)?.at ?? null) : null,
    evidence: { staffed: run.staffed, sameTopic: { tickets: 0, partners: 0, windowMinutes: 30 } },
  }
}
