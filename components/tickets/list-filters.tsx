import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { TextLink } from '@/components/ui/button'
import { buttonClasses } from '@/components/ui/button-classes'
import { Field, Select } from '@/components/ui/field'
import { CloseIcon, DownIcon, SearchIcon } from '@/components/ui/icons'
import type { Formats } from '@/lib/i18n'
import {
  type ListFilters as Filters,
  LONGEST_SEARCH,
  type Scope,
  TICKET_STATES,
  type TopicLabel,
} from '@/lib/tickets/schema'
import { topicPath } from './topic-path'

type ListFiltersProps = {
  asked: Filters & { scope: Scope | undefined }
  topics: readonly TopicLabel[]
  /** Where the form goes: everything it asks stands in the address, so it works without script and can be sent on. */
  action: string
  hrefOf: (change: Filters) => string
  clear: string
  formats: Formats
}

/** Search over everything that was said, and filters by day, status and topic (003-31, 004-11). Server only. */
export function ListFilters({ asked, topics, action, hrefOf, clear, formats }: ListFiltersProps) {
  const t = useTranslations('requests')
  const { search, from, to, status, topicId, scope } = asked
  return (
    <div className="grid gap-3">
      <search>
        <form action={action} className="grid gap-2">
          {scope ? <input type="hidden" name="scope" value={scope} /> : null}
          <div className="flex flex-wrap items-end gap-2">
            <div className="min-w-0 flex-1 basis-40">
              <Field
                name="q"
                type="search"
                label={t('search.label')}
                hint={t('search.hint')}
                defaultValue={search}
                maxLength={LONGEST_SEARCH}
                autoComplete="off"
              />
            </div>
            <button type="submit" className={buttonClasses()}>
              <SearchIcon className="size-4" />
              <span className="max-sm:sr-only">{t('search.button')}</span>
            </button>
          </div>
          <details className="group">
            <summary className="inline-flex min-h-control items-center gap-2 text-14 text-ink-2 hover:text-ink">
              <DownIcon className="size-4 -rotate-90 transition-transform duration-state group-open:rotate-0" />
              {t('filter.title')}
            </summary>
            <div className="grid items-end gap-3 pt-1 pb-2 sm:grid-cols-2 lg:grid-cols-[10rem_10rem_minmax(0,1fr)_minmax(0,1fr)_auto]">
              <Field name="from" type="date" label={t('filter.from')} defaultValue={from} />
              <Field name="to" type="date" label={t('filter.to')} defaultValue={to} />
              <Select name="status" label={t('filter.status')} defaultValue={status ?? ''}>
                <option value="">{t('filter.anyStatus')}</option>
                {TICKET_STATES.map((state) => (
                  <option key={state} value={state}>
                    {t(`state.${state}`)}
                  </option>
                ))}
              </Select>
              <Select name="topic" label={t('filter.topic')} defaultValue={topicId ?? ''}>
                <option value="">{t('filter.anyTopic')}</option>
                {topics.map((topic) => (
                  <option key={topic.id} value={topic.id}>
                    {topicPath(topic)}
                  </option>
                ))}
              </Select>
              <button type="submit" className={buttonClasses()}>
                {t('filter.apply')}
              </button>
            </div>
          </details>
        </form>
      </search>
      <InUse {...{ asked, topics, hrefOf, clear, formats }} />
    </div>
  )
}

/** Each filter that is at work, with the address without it. */
function InUse({ asked, topics, hrefOf, clear, formats }: Omit<ListFiltersProps, 'action'>) {
  const t = useTranslations('requests')
  const { search, from, to, status, topicId } = asked
  const topic = topics.find(({ id }) => id === topicId)
  const day = (text: string) => formats.day(text)
  const chips = [
    search ? { what: t('filter.words', { words: search }), href: hrefOf({ search: undefined }) } : null,
    from ? { what: t('filter.since', { day: day(from) }), href: hrefOf({ from: undefined }) } : null,
    to ? { what: t('filter.until', { day: day(to) }), href: hrefOf({ to: undefined }) } : null,
    status ? { what: t(`state.${status}`), href: hrefOf({ status: undefined }) } : null,
    topicId ? { what: topic ? topicPath(topic) : t('filter.topic'), href: hrefOf({ topicId: undefined }) } : null,
  ].filter((chip) => chip !== null)
  if (chips.length === 0) return null
  return (
    <ul aria-label={t('filter.active')} className="flex flex-wrap items-center gap-2">
      {chips.map(({ what, href }) => (
        <li key={href} className="min-w-0">
          <AppLink
            href={href}
            aria-label={t('filter.remove', { what })}
            className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-chip bg-brand-soft py-0.5 pr-1.5 pl-2.5 font-medium text-13 text-brand no-underline"
          >
            <span className="min-w-0 break-words">{what}</span>
            <CloseIcon className="size-3.5" />
          </AppLink>
        </li>
      ))}
      <li>
        <TextLink href={clear} className="inline-flex min-h-8 items-center text-13">
          {t('filter.clear')}
        </TextLink>
      </li>
    </ul>
  )
}
