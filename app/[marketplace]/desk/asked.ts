import { QUEUE_VIEWS, type QueueView } from '@/lib/tickets/schema'

/** What the address of the desk says; it goes along to each ticket, so that Back keeps the place. */
export type Asked = { view?: string | undefined; cursor?: string | undefined }
export type QueueAsked = { view: QueueView; cursor: string | undefined }

/** Anything the address does not know falls back to what waits for us, from the beginning. */
export function readAsked(asked: Readonly<Record<string, unknown>>): QueueAsked {
  return {
    view: QUEUE_VIEWS.find((view) => view === asked.view) ?? 'waiting',
    cursor: typeof asked.cursor === 'string' ? asked.cursor : undefined,
  }
}

export function deskHref(slug: string, { view, cursor }: Asked, number?: string): string {
  const query = new URLSearchParams()
  if (view && view !== 'waiting') query.set('view', view)
  if (cursor) query.set('cursor', cursor)
  const path = `/${slug}/desk${number ? `/${number}` : ''}`
  return query.size > 0 ? `${path}?${query}` : path
}
