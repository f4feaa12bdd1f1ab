import { LIST_TABS, type ListTab, type Scope } from '@/lib/tickets/schema'

/** What the address of the list says; anything it does not know falls back to the first tab of the whole company. */
export type Asked = { tab?: string | undefined; scope?: string | undefined; cursor?: string | undefined }
export type ListAsked = { tab: ListTab; scope: Scope | undefined; cursor: string | undefined }

export function readAsked(asked: Readonly<Record<string, unknown>>): ListAsked {
  return {
    tab: LIST_TABS.find((tab) => tab === asked.tab) ?? 'needs_you',
    scope: asked.scope === 'mine' ? 'mine' : undefined,
    cursor: typeof asked.cursor === 'string' ? asked.cursor : undefined,
  }
}

export function listHref(slug: string, { tab, scope, cursor }: Asked): string {
  const query = new URLSearchParams()
  if (tab && tab !== 'needs_you') query.set('tab', tab)
  if (scope === 'mine') query.set('scope', scope)
  if (cursor) query.set('cursor', cursor)
  return `/${slug}/requests${query.size > 0 ? `?${query}` : ''}`
}
