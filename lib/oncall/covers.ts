import type { Tx } from '@/lib/db'
import { peopleOf } from '@/lib/identity'
import { lockSchedule } from './lock-schedule.sql'
import type { Stretch } from './schema'
import { scheduleOf } from './store'

/** A request for cover as its row says. */
export type Cover = Stretch & {
  id: string
  scheduleId: string
  requestedById: string
  askedId: string | null
  note: string | null
  takenById: string | null
  withdrawnAt: Date | null
}

type Row = Omit<Cover, 'from' | 'to'> & { fromAt: Date; toAt: Date }

/** One request for cover, or null. Staff and worker only. */
export async function coverOf(tx: Tx, coverId: string): Promise<Cover | null> {
  const row = await tx.coverRequest.findFirst({ where: { id: coverId } })
  return row && asCover(row)
}

/**
 * A request for cover and its schedule, held until the transaction is over: the schedule's lock puts takers, askers and
 * editors into one line, so what was read before it is read again. Null: there is no such request.
 */
export async function holdCover(tx: Tx, now: Date, coverId: string) {
  const seen = await coverOf(tx, coverId)
  if (!seen) return null
  await lockSchedule(tx, seen.scheduleId)
  const cover = await coverOf(tx, coverId)
  const schedule = await scheduleOf(tx, seen.scheduleId, now)
  return cover && schedule && { cover, schedule }
}

/** The name of who has taken it already; null while nobody has. */
export async function takerOf(tx: Tx, { takenById }: Cover): Promise<string | null> {
  return takenById && ((await peopleOf(tx, [takenById])).get(takenById)?.name ?? '')
}

/** Requests that still wait for somebody, soonest first. */
export async function openCovers(tx: Tx, scheduleId: string, now: Date): Promise<Cover[]> {
  const rows = await tx.coverRequest.findMany({
    where: { scheduleId, takenAt: null, withdrawnAt: null, toAt: { gt: now } },
    orderBy: [{ fromAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(asCover)
}

function asCover(row: Row): Cover {
  const { id, scheduleId, requestedById, askedId, note, takenById, withdrawnAt, fromAt, toAt } = row
  return { id, scheduleId, requestedById, askedId, note, takenById, withdrawnAt, from: fromAt, to: toAt }
}
