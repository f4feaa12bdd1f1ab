import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type Cursor, cutPage, readCursor } from '@/lib/foundation/cursor'
import { type Outcome, ok } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import type { NoticeKind, NoticePage, NoticeView } from './schema'

/** Notices on one page. */
const PAGE = 30

/** From here on a count is not worth its price: "99+". */
const MOST_COUNTED = 100

/** What this person was told, newest first, as far as `cursor` on. A cursor that is none begins at the beginning. */
export async function noticesOf(actor: Actor, { cursor }: { cursor?: string | undefined } = {}): Promise<NoticePage> {
  const rows = await asActor(actor, (tx) =>
    tx.notice.findMany({
      where: { ...mine(actor), ...olderThan(readCursor(cursor)) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
    }),
  )
  const { page, nextCursor } = cutPage(rows, PAGE, (row) => row.createdAt)
  return { notices: page.map(noticeView), nextCursor }
}

/** How many she has not read, of all or of one request; counts no further than 100. */
export function unreadNotices(actor: Actor, { ticketId }: { ticketId?: string } = {}): Promise<number> {
  const where = { ...mine(actor), ...(ticketId && { ticketId }), readAt: null }
  return asActor(actor, (tx) => tx.notice.count({ where, take: MOST_COUNTED }))
}

/** Marks some of her own notices read, or (without `ids`) all. */
export async function readNotices(
  actor: Actor,
  { ids }: { ids?: readonly string[] | undefined },
): Promise<Outcome<null>> {
  const which = ids ? { id: { in: [...ids] } } : {}
  await asActor(actor, (tx, now) =>
    tx.notice.updateMany({ where: { ...mine(actor), ...which, readAt: null }, data: { readAt: now } }),
  )
  return ok(null)
}

/** Who opens a request has read what she was told of it until then; joins the transaction that says how far she has read. */
export async function readNoticesOf(
  tx: Tx,
  now: Date,
  actor: Actor,
  { ticketId, upTo }: { ticketId: string; upTo: Date },
): Promise<void> {
  const told = { ...mine(actor), ticketId, createdAt: { lte: upTo } }
  await tx.notice.updateMany({ where: { ...told, readAt: null }, data: { readAt: now } })
}

/** Notices by id that their reader has not read; for a digest. */
export async function unreadAmong(tx: Tx, membershipId: string, ids: readonly string[]): Promise<NoticeView[]> {
  const rows = await tx.notice.findMany({
    where: { id: { in: [...ids] }, membershipId, readAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(noticeView)
}

function mine({ marketplaceId, membershipId, side }: Actor) {
  return { marketplaceId, membershipId, audience: side }
}

/** Told before that one; the redundant bound lets the index start there. */
function olderThan(cursor: Cursor | null) {
  if (!cursor) return {}
  const { at, id } = cursor
  return { createdAt: { lte: at }, OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }
}

type Row = { id: string; kind: string; ticketId: string; data: unknown; createdAt: Date; readAt: Date | null }

function noticeView({ id, kind, ticketId, data, createdAt, readAt }: Row): NoticeView {
  return {
    id,
    kind: kind as NoticeKind,
    ticketId,
    data: data as NoticeView['data'],
    at: createdAt,
    read: readAt !== null,
  }
}
