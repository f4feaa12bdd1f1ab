import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { peopleOf } from '@/lib/identity'
import { dutyNow, type PersonRef } from '@/lib/oncall'
import { partnersOf } from '@/lib/partners'
import { asStaff } from '@/lib/tenancy'
import { claimsOf, ticketFacts } from '@/lib/tickets'
import { nextMove } from './next-move'
import { frozenPolicies } from './policies'
import { type Run, runOf } from './run'
import type { OnCallHome, OnCallQueue, QueueItem } from './schema'

/** The on-call queue: every open run, most urgent first. */
export async function onCallQueue(actor: StaffActor): Promise<OnCallQueue> {
  if (!authorize(actor, 'escalation.read')) throw new Error('the on-call queue is for staff')
  return asStaff(actor, async (tx, now) => ({ now, items: await queueItems(tx, now, actor) }))
}

/** "Am I on call now? When next? Is anything on fire?" */
export async function onCallHome(actor: StaffActor): Promise<OnCallHome> {
  if (!authorize(actor, 'escalation.read')) throw new Error('the on-call home is for staff')
  return asStaff(actor, async (tx, now) => ({
    now,
    ...(await dutyNow(tx, actor.membershipId, now)),
    items: await queueItems(tx, now, actor),
  }))
}

const MOST = 200

async function queueItems(tx: Tx, now: Date, actor: StaffActor): Promise<QueueItem[]> {
  const rows = await tx.escalation.findMany({
    where: { state: { notIn: ['DECLINED', 'RESOLVED'] } },
    orderBy: [{ severity: 'asc' }, { openedAt: 'asc' }],
    take: MOST,
  })
  const runs = rows.map(runOf)
  const known = await around(tx, now, runs)
  return runs.flatMap((run) => known(run, actor) ?? []).sort(byUrgency)
}

/** What nobody owns comes first: it is what somebody must still take. */
function byUrgency(a: QueueItem, b: QueueItem): number {
  const owned = (item: QueueItem) => (item.owner ? 1 : 0)
  return (
    owned(a) - owned(b) ||
    a.severity.localeCompare(b.severity) ||
    a.openedAt.getTime() - b.openedAt.getTime() ||
    a.id.localeCompare(b.id)
  )
}

async function around(tx: Tx, now: Date, runs: readonly Run[]) {
  const tickets = await ticketFacts(
    tx,
    runs.flatMap(({ ticketId }) => ticketId ?? []),
  )
  const partners = await partnersOf(
    tx,
    runs.flatMap(({ partnerId }) => partnerId ?? []),
  )
  const people = await peopleOf(
    tx,
    runs.flatMap(({ row }) => row.ackedBy ?? []),
  )
  const policies = await frozenPolicies(
    tx,
    runs.map(({ policyVersionId }) => policyVersionId),
  )
  const claims = await claimsOf(
    tx,
    runs.flatMap(({ claimId }) => claimId ?? []),
  )
  return (run: Run, actor: StaffActor): QueueItem | null => {
    const { source, deadlineAt, partnerId, title } = run
    const ticket = run.ticketId ? tickets.get(run.ticketId) : undefined
    const policy = policies.get(run.policyVersionId)?.policy
    if (!policy) return null
    const ownerId = run.row.state === 'ACKED' ? run.row.ackedBy : null
    const owner: PersonRef | null = ownerId ? { membershipId: ownerId, name: people.get(ownerId)?.name ?? '' } : null
    return {
      id: run.id,
      source,
      direction: run.row.direction,
      number: ticket?.number ?? null,
      ticketId: run.ticketId,
      subject: title ?? ticket?.subject ?? '',
      partnerName: (partnerId && partners.get(partnerId)?.name) || null,
      deadlineAt,
      condition: (run.claimId && claims.get(run.claimId)?.condition) || null,
      severity: run.row.severity,
      state: run.row.state,
      openedAt: run.openedAt,
      owner,
      mine: ownerId === actor.membershipId,
      next: nextMove(run.row, policy, now),
    }
  }
}
