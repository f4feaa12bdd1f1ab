import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { buttonClasses } from '@/components/ui/button-classes'
import { controlClasses } from '@/components/ui/field'
import { CloseIcon, SearchIcon } from '@/components/ui/icons'
import type { QueuePage } from '@/lib/tickets/schema'

type QueueSearchProps = { action: string; page: Pick<QueuePage, 'view' | 'sort' | 'search'>; clear: string }

/** Looks through the whole desk, notes included; a number leads straight to its request. An address, so it needs no script. */
export function QueueSearch({ action, page, clear }: QueueSearchProps) {
  const t = useTranslations('desk.search')
  return (
    <search>
      <form action={action} className="flex gap-2">
        {page.view === 'waiting' ? null : <input type="hidden" name="view" value={page.view} />}
        {page.sort === 'due' ? null : <input type="hidden" name="sort" value={page.sort} />}
        <span className="relative min-w-0 flex-1">
          <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-2" />
          <input
            key={page.search}
            id="desk-search"
            type="search"
            name="q"
            aria-label={t('label')}
            placeholder={t('placeholder')}
            defaultValue={page.search}
            maxLength={200}
            className={`${controlClasses} min-h-control pl-8.5`}
          />
        </span>
        {page.search === '' ? (
          <button type="submit" className={buttonClasses()}>
            {t('button')}
          </button>
        ) : (
          <AppLink href={clear} aria-label={t('clear')} title={t('clear')} className={buttonClasses()}>
            <CloseIcon className="size-4" />
          </AppLink>
        )}
      </form>
    </search>
  )
}
