import type { Tx } from '@/lib/db'
import type { Stretch } from './schema'

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
