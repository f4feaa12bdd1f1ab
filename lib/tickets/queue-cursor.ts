import type { QueueSort } from './staff-view-types'
import type { TicketState } from './states'

/* Where a page of the desk goes on: after the row of these keys. What a browser sends is believed only if well formed. */

/** What the order looks at. Ids grow with time, so among equals the older comes first by due, the newer by change. */
export type OrderedRow = {
  id: string
  state: TicketState
  generalSince: Date | null
  dueAt: Date | null
  updatedAt: Date
}

export type QueueCursor =
  | { sort: 'due'; single: boolean; due: DueKey; id: string }
  | { sort: 'change'; at: Date; id: string }

/** A deadline; or ours without one; or not ours at all, which comes last. */
export type DueKey = Date | 'none' | 'theirs'

const OURS: readonly TicketState[] = ['created', 'in_progress']

/** A general fault that waits for us goes before everything that is single (002-09). */
export function isSingle({ state, generalSince }: OrderedRow): boolean {
  return generalSince === null || !OURS.includes(state)
}

/** What the order by due sorts a row by. */
export function dueKey({ state, dueAt }: OrderedRow): DueKey {
  return dueAt ?? (OURS.includes(state) ? 'none' : 'theirs')
}

/** Where a page ends, for the address of the next. */
export function queueCursor(sort: QueueSort, row: OrderedRow): string {
  if (sort === 'change') return `c.${row.updatedAt.getTime()}.${row.id}`
  const due = dueKey(row)
  return `d.${isSingle(row) ? 1 : 0}.${due instanceof Date ? due.getTime() : due}.${row.id}`
}

const uuid = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'
const byChange = new RegExp(`^c\\.(\\d{1,14})\\.${uuid}$`)
const byDue = new RegExp(`^d\\.([01])\\.(\\d{1,14}|none|theirs)\\.${uuid}$`)

/** Null for none, for nonsense and for one of the other order: the list then starts at its beginning. */
export function readQueueCursor(sort: QueueSort, text: string | null | undefined): QueueCursor | null {
  if (sort === 'change') {
    const [, at, id] = byChange.exec(text ?? '') ?? []
    return at && id ? { sort, at: new Date(Number(at)), id } : null
  }
  const [, single, due, id] = byDue.exec(text ?? '') ?? []
  if (!single || !due || !id) return null
  return { sort, single: single === '1', due: due === 'none' || due === 'theirs' ? due : new Date(Number(due)), id }
}
