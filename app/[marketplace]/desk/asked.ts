import { QUEUE_SORTS, QUEUE_VIEWS, type QueueSort, type QueueView } from '@/lib/tickets/schema'

/** What the address of the desk says; it goes along to each ticket, so that Back keeps the place. */
export type Asked = {
  view?: string | undefined
  sort?: string | undefined
  q?: string | undefined
  cursor?: string | undefined
}
export type QueueAsked = { view: QueueView; sort: QueueSort; q: string; cursor: string | undefined }

/** Anything the address does not know falls back to what waits for us, due first, from the beginning. */
export function readAsked(asked: Readonly<Record<string, unknown>>): QueueAsked {
  return {
    view: QUEUE_VIEWS.find((view) => view === asked.view) ?? 'waiting',
    sort: QUEUE_SORTS.find((sort) => sort === asked.sort) ?? 'due',
    q: typeof asked.q === 'string' ? asked.q.trim() : '',
    cursor: typeof asked.cursor === 'string' ? asked.cursor : undefined,
  }
}

/** The address of a place on the desk, or of a request opened from it; what is as usual is left out. */
export function deskHref(slug: string, { view, sort, q, cursor }: Asked, number?: string): string {
  const query = new URLSearchParams()
  if (view && view !== 'waiting') query.set('view', view)
  if (sort && sort !== 'due') query.set('sort', sort)
  if (q) query.set('q', q)
  if (cursor) query.set('cursor', cursor)
  const path = `/${slug}/desk${number ? `/${number}` : ''}`
  return query.size > 0 ? `${path}?${query}` : path
}
