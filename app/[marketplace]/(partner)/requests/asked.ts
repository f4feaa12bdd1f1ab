import { isDay } from '@/lib/tickets'
import { LIST_PLACES, type ListFilters, type ListPlace, type Scope, TICKET_STATES } from '@/lib/tickets/schema'

/** What the address of the list says; what it does not know is as if it were not there. */
export type Asked = Partial<Record<'tab' | 'scope' | 'cursor' | 'q' | 'from' | 'to' | 'status' | 'topic', string>>

export type ListAsked = ListFilters & { tab: ListPlace; scope: Scope | undefined; cursor: string | undefined }

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Searching and filtering look through everything until a tab is chosen; otherwise the first tab is what needs her. */
export function readAsked(asked: Readonly<Record<string, unknown>>): ListAsked {
  const text = (name: keyof Asked) => (typeof asked[name] === 'string' ? asked[name].trim() : '')
  const filters: ListFilters = {
    search: text('q') || undefined,
    from: isDay(text('from')) ? text('from') : undefined,
    to: isDay(text('to')) ? text('to') : undefined,
    status: TICKET_STATES.find((state) => state === asked.status),
    topicId: uuid.test(text('topic')) ? text('topic') : undefined,
  }
  return {
    ...filters,
    tab: LIST_PLACES.find((tab) => tab === asked.tab) ?? (isFiltered(filters) ? 'all' : 'needs_you'),
    scope: asked.scope === 'mine' ? 'mine' : undefined,
    cursor: text('cursor') || undefined,
  }
}

function isFiltered({ search, from, to, status, topicId }: ListFilters): boolean {
  return [search, from, to, status, topicId].some((one) => one !== undefined)
}

/** The address of a list, as short as it can be: it is sent to colleagues. */
export function listHref(slug: string, asked: Partial<ListAsked>): string {
  const query = queryOf(asked)
  return `/${slug}/requests${query.size > 0 ? `?${query}` : ''}`
}

/** The file of everything that a list holds, for the company that the page shows. */
export function exportHref(slug: string, membershipId: string, asked: ListAsked): string {
  const query = queryOf({ ...asked, cursor: undefined })
  query.set('membershipId', membershipId)
  return `/${slug}/requests/export?${query}`
}

function queryOf({ tab, scope, cursor, ...filters }: Partial<ListAsked>): URLSearchParams {
  const query = new URLSearchParams()
  const usual = isFiltered(filters) ? 'all' : 'needs_you'
  const fields = {
    q: filters.search,
    from: filters.from,
    to: filters.to,
    status: filters.status,
    topic: filters.topicId,
  }
  for (const [name, value] of Object.entries(fields)) if (value) query.set(name, value)
  if (tab && tab !== usual) query.set('tab', tab)
  if (scope === 'mine') query.set('scope', scope)
  if (cursor) query.set('cursor', cursor)
  return query
}
