import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { fatesOf } from '@/lib/delivery'
import { peopleOf } from '@/lib/identity'
import type { PersonRef } from '@/lib/oncall'
import { partnerOf } from '@/lib/partners'
import { asStaff } from '@/lib/tenancy'
import { claimOf, lastFromPartner, notesSince, ticketFacts } from '@/lib/tickets'
import { mayDo } from './act-on-run'
import { claimEvidence } from './claim-evidence'
import { reachedNext } from './next-reached'
import type { Run } from './run'
import type { EscalationPage } from './schema'
import { isOpen } from './states'
import { readRun, storyOf } from './store'
import { plannedWith, timeline } from './timeline'
import { endpointNames } from './webhook-endpoints'

/** One run for the people who work on it: its story, who was tried and whether it arrived. Null: absent or foreign. */
export async function escalationPage(actor: StaffActor, id: string): Promise<EscalationPage | null> {
  if (!authorize(actor, 'escalation.read')) return null
  return asStaff(actor, async (tx, now) => {
    const run = await readRun(tx, id)
    return run && pageOf(tx, now, actor, run)
  })
}

async function pageOf(tx: Tx, now: Date, actor: StaffActor, run: Run): Promise<EscalationPage | null> {
  const { marketplaceId, id, row, openedAt, closedAt, ticketId, claimId, evidence } = run
  const ticket = ticketId ? (await ticketFacts(tx, [ticketId])).get(ticketId) : undefined
  const partner = run.partnerId ? await partnerOf(tx, run.partnerId) : null
  const claim = claimId ? await claimOf(tx, claimId) : null
  const said = ticket && claim ? await lastFromPartner(tx, ticket.id) : null
  const events = await storyOf(tx, run)
  const fates = await fatesOf(tx, marketplaceId, id, plannedWith(events))
  const notes = ticket && row.direction === 'IN' ? await notesSince(tx, ticket.id, openedAt) : []
  const next = await reachedNext(tx, now, run)
  const people = await peopleOf(
    tx,
    [
      ...events.map(({ by }) => by),
      ...fates.map(({ recipientId }) => recipientId),
      ...notes.map(({ authorId }) => authorId),
      ...(next?.ids ?? []),
      claim?.claimedById,
      evidence.appeal?.byId,
      evidence.appeal?.declinedById,
      row.ackedBy,
    ].filter((one) => typeof one === 'string'),
  )
  const ref = (membershipId: string | null): PersonRef | null =>
    membershipId === null ? null : { membershipId, name: people.get(membershipId)?.name ?? '' }
  return {
    id,
    now,
    state: row.state,
    severity: row.severity,
    openedAt,
    closedAt,
    place: { epoch: row.epoch, loop: row.loop, step: row.step },
    owner: ref(row.ackedBy),
    ownedSince: row.ackedAt,
    source: run.source,
    direction: row.direction,
    title: run.title ?? ticket?.subject ?? '',
    detail: run.detail,
    deadlineAt: run.deadlineAt,
    ticket: ticket ? { id: ticket.id, number: ticket.number, subject: ticket.subject, state: ticket.state } : null,
    partner: partner && { id: partner.id, name: partner.name, timeZone: partner.timeZone },
    claim: claim && {
      condition: claim.condition,
      claimedAt: claim.claimedAt,
      claimedBy: ref(claim.claimedById) as PersonRef,
      repeats: claim.repeats,
      text: said?.body ?? '',
      textLocale: said?.locale ?? ticket?.locale ?? '',
    },
    evidence: {
      sameTopic: evidence.sameTopic ?? null,
      staffed: evidence.staffed ?? null,
      breach: evidence.breach ? { kind: evidence.breach.kind, dueAt: new Date(evidence.breach.dueAt) } : null,
      ...claimEvidence(evidence, ref),
    },
    next: next && {
      ...next.move,
      people: next.ids.map((one) => ({
        membershipId: one,
        name: people.get(one)?.name ?? '',
        timeZone: people.get(one)?.timeZone ?? null,
      })),
    },
    timeline: timeline(events, fates, notes, ref, await endpointNames(tx)),
    allowed: await allowedTo(tx, actor, run),
  }
}

/** "May she" and "can it" together: a button that is shown works. */
async function allowedTo(tx: Tx, actor: StaffActor, run: Run): Promise<EscalationPage['allowed']> {
  const { state, ackedBy, confirmedBy, direction } = run.row
  const open = isOpen(state)
  const mine = state === 'ACKED' && ackedBy === actor.membershipId
  const may = (act: Parameters<typeof mayDo>[2]) => mayDo(tx, actor, act, run)
  return {
    acknowledge: open && state !== 'ACKED' && (await may('escalation.acknowledge')),
    passOn: open && (state !== 'ACKED' || mine) && (await may('escalation.passOn')),
    confirm: open && state === 'ASSESSING' && !confirmedBy && (await may('escalation.assess')),
    decline: open && state === 'ASSESSING' && !confirmedBy && (await may('escalation.assess')),
    resolve: open && (await may('escalation.resolve')),
    // A completed ticket takes notes, a closed run without one does not.
    note: ((direction === 'IN' && run.ticketId !== null) || open) && (await may('escalation.note')),
  }
}
