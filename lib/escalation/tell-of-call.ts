import type { Tx } from '@/lib/db'
import { after, MINUTE } from '@/lib/foundation/clock'
import { activePeople, peopleOf } from '@/lib/identity'
import { tellOfCall as planMail } from '@/lib/notifications'
import { partnersOf } from '@/lib/partners'
import { eventAt, readRun } from './store'
import type { Told } from './tell-partner'
import type { EscalationEvent } from './transition-types'

/** What the staff hear of: the company took the call, wrote about it, or says that it is mended. */
const what = { acked: 'taken', noted: 'noted', resolved: 'fixed' } as const
type Kind = keyof typeof what

function isTold(event: EscalationEvent): event is EscalationEvent & { kind: Kind; by: string } {
  return event.by !== null && Object.hasOwn(what, event.kind)
}

/**
 * Who called a partner is told what it did about it, and so is its consultant (000-16); with neither, the leads. What the
 * staff did themselves they know.
 */
export async function tellOfCall(tx: Tx, now: Date, moved: readonly Told[]): Promise<void> {
  for (const { run, events } of moved) {
    const { id: escalationId, marketplaceId, partnerId, row } = run
    if (row.direction !== 'OUT' || !partnerId) continue
    const told = events.filter(isTold)
    if (told.length === 0) continue
    const authors = await peopleOf(
      tx,
      told.map(({ by }) => by),
    )
    const theirs = told.filter(({ by }) => authors.get(by)?.partnerId === partnerId)
    if (theirs.length === 0) continue
    const recipientIds = await whoCalled(tx, escalationId, partnerId)
    for (const { seq, kind } of theirs) {
      // The words are kept in the story either way: who writes a lot does not fill mailboxes.
      if (kind === 'noted' && !(await isMailed(tx, escalationId, partnerId, seq))) continue
      await planMail(tx, now, { marketplaceId, partnerId, escalationId, seq, recipientIds })
    }
  }
}

/** How often the staff is mailed that a company wrote about one call. */
const NOTES_APART = 10 * MINUTE

/** Most notes that are looked back on. */
const MOST_NOTES = 500

/** Whether the staff is mailed of this note: it is the first, or comes so long after the last one that they were mailed of. */
async function isMailed(tx: Tx, escalationId: string, partnerId: string, seq: number): Promise<boolean> {
  const notes = await tx.escalationEvent.findMany({
    where: { escalationId, kind: 'noted', seq: { lte: seq }, authorId: { not: null } },
    orderBy: { seq: 'desc' },
    select: { seq: true, at: true, authorId: true },
    take: MOST_NOTES,
  })
  const authors = await peopleOf(tx, [...new Set(notes.flatMap(({ authorId }) => authorId ?? []))])
  const theirs = notes.filter(({ authorId }) => authorId && authors.get(authorId)?.partnerId === partnerId)
  let mailed: (typeof theirs)[number] | undefined
  for (const note of theirs.reverse()) if (!mailed || note.at >= after(mailed.at, NOTES_APART)) mailed = note
  return mailed?.seq === seq
}

async function whoCalled(tx: Tx, escalationId: string, partnerId: string): Promise<string[]> {
  const opened = await eventAt(tx, escalationId, 1)
  const consultantId = (await partnersOf(tx, [partnerId])).get(partnerId)?.consultantId
  const named = [...new Set([opened?.by, consultantId].filter((one) => typeof one === 'string'))]
  const here = [...(await peopleOf(tx, named)).values()].filter(({ active }) => active)
  if (here.length > 0) return here.map(({ membershipId }) => membershipId)
  const leads = await activePeople(tx, { partnerId: null, roles: ['lead'] })
  return leads.map(({ membershipId }) => membershipId)
}

/** What the mail of such an act says; null when there is nothing to tell of. */
export type CallChange = {
  partnerId: string
  ticketId: string | null
  title: string | null
  severity: 'P0' | 'P1' | 'P2'
  what: (typeof what)[Kind]
  by: string
  text: string | null
}

/** For the worker, who writes the mail: the act that event `seq` of a run stands for. */
export async function callChange(tx: Tx, escalationId: string, seq: number): Promise<CallChange | null> {
  const run = await readRun(tx, escalationId)
  const event = await eventAt(tx, escalationId, seq)
  if (!run?.partnerId || !event || !isTold(event)) return null
  return {
    partnerId: run.partnerId,
    ticketId: run.ticketId,
    title: run.title,
    severity: run.row.severity,
    what: what[event.kind],
    by: event.by,
    text: event.kind === 'noted' ? event.text : null,
  }
}
