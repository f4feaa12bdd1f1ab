import { authorize, type PartnerActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { fatesOf } from '@/lib/delivery'
import { peopleOf } from '@/lib/identity'
import { asPartner } from '@/lib/tenancy'
import { ticketFacts } from '@/lib/tickets'
import { mayDo } from './act-on-run'
import { callSteps } from './call-steps'
import type { CallItem, CallList, CallPage, CallState } from './call-types'
import { type Run, runOf } from './run'
import { isOpen } from './states'
import { readRun, storyOf } from './store'
import { plannedWith } from './timeline'

/** How many calls that are over the list shows. */
const CLOSED = 30

const over = ['DECLINED', 'RESOLVED']

/** The calls to a company, for everybody in it: what is open first, the most severe and oldest before the others. */
export async function callList(actor: PartnerActor): Promise<CallList> {
  const { partnerId } = actor
  if (!authorize(actor, 'call.read', { partnerId })) throw new Error('calls are for the called')
  return asPartner(actor, async (tx, now) => {
    const mine = { partnerId, direction: 'OUT' }
    const open = await tx.escalation.findMany({
      where: { ...mine, state: { notIn: over } },
      orderBy: [{ severity: 'asc' }, { openedAt: 'asc' }],
      take: 200,
    })
    const closed = await tx.escalation.findMany({
      where: { ...mine, state: { in: over } },
      orderBy: { openedAt: 'desc' },
      take: CLOSED,
    })
    const shown = await itemsOf(tx, now, [...open, ...closed].map(runOf))
    return { now, open: shown.slice(0, open.length), closed: shown.slice(open.length) }
  })
}

/** How many calls of the company are open, and how many of them nobody has taken: for the frame of every page. */
export async function openCalls(actor: PartnerActor): Promise<{ open: number; untaken: number }> {
  const { partnerId } = actor
  if (!authorize(actor, 'call.read', { partnerId })) return { open: 0, untaken: 0 }
  return asPartner(actor, async (tx) => {
    const rows = await tx.escalation.findMany({
      where: { partnerId, direction: 'OUT', state: { notIn: over } },
      select: { state: true },
      take: 100,
    })
    return { open: rows.length, untaken: rows.filter(({ state }) => state !== 'ACKED').length }
  })
}

/** One call: what happened, until when an answer is expected, who was called, and what the company did. Null: none here. */
export async function callPage(actor: PartnerActor, id: string): Promise<CallPage | null> {
  return asPartner(actor, async (tx, now) => {
    const run = await readRun(tx, id)
    if (run?.row.direction !== 'OUT') return null
    const { marketplaceId, partnerId, row } = run
    if (!authorize(actor, 'call.read', { partnerId })) return null
    const events = await storyOf(tx, run)
    const fates = await fatesOf(tx, marketplaceId, id, plannedWith(events))
    const ids = [...events.map(({ by }) => by), ...fates.map(({ recipientId }) => recipientId)]
    const people = await peopleOf(
      tx,
      ids.filter((one) => one !== null),
    )
    const nameOf = (membershipId: string | null) => (membershipId && people.get(membershipId)?.name) || null
    const [item] = await itemsOf(tx, now, [run])
    if (!item) return null
    const open = isOpen(row.state)
    const may = (act: 'escalation.acknowledge' | 'escalation.note' | 'escalation.resolve') => mayDo(tx, actor, act, run)
    return {
      ...item,
      now,
      detail: run.detail,
      takenAt: row.ackedAt,
      steps: callSteps(events, fates, nameOf),
      allowed: {
        take: open && row.state !== 'ACKED' && (await may('escalation.acknowledge')),
        note: open && (await may('escalation.note')),
        fix: open && (await may('escalation.resolve')),
      },
    }
  })
}

async function itemsOf(tx: Tx, now: Date, runs: readonly Run[]): Promise<CallItem[]> {
  const tickets = await ticketFacts(
    tx,
    runs.flatMap(({ ticketId }) => ticketId ?? []),
  )
  const people = await peopleOf(
    tx,
    runs.flatMap(({ row }) => row.ackedBy ?? []),
  )
  const rests = await tx.escalationEvent.findMany({
    where: { escalationId: { in: runs.map(({ id }) => id) }, kind: 'maintenance' },
    select: { escalationId: true },
  })
  const muted = new Set(rests.map(({ escalationId }) => escalationId))
  return runs.map((run) => {
    const { id, title, deadlineAt, openedAt, closedAt, row } = run
    const ticket = run.ticketId ? tickets.get(run.ticketId) : undefined
    return {
      id,
      title: title ?? ticket?.subject ?? '',
      severity: row.severity,
      state: stateOf(run, now, muted.has(id)),
      openedAt,
      closedAt,
      deadlineAt,
      owner: (row.ackedBy && people.get(row.ackedBy)?.name) || null,
      number: ticket?.number ?? null,
    }
  })
}

function stateOf({ row, deadlineAt }: Run, now: Date, muted: boolean): CallState {
  if (!isOpen(row.state)) return muted ? 'muted' : 'fixed'
  if (row.state === 'ACKED') return 'taken'
  return deadlineAt && deadlineAt <= now ? 'late' : 'waiting'
}
