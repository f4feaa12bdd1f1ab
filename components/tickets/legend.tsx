import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import { DownIcon } from '@/components/ui/icons'
import { TICKET_STATES } from '@/lib/tickets/schema'
import { toneOf } from './ticket-tone'

/** What each status means, in words (003-30). */
export function Legend() {
  const t = useTranslations('requests')
  return (
    <details className="group mt-6 border-hairline border-t print:hidden">
      <summary className="flex min-h-control items-center gap-2 text-14 text-ink-2 hover:text-ink">
        <DownIcon className="size-4 -rotate-90 transition-transform duration-state group-open:rotate-0" />
        {t('legend.title')}
      </summary>
      <dl className="grid items-baseline gap-x-5 gap-y-1 pb-3 text-14 sm:grid-cols-[max-content_1fr] sm:gap-y-2.5">
        {TICKET_STATES.map((state) => (
          <div key={state} className="contents">
            <dt>
              <Chip tone={toneOf(state, 'solved')}>{t(`state.${state}`)}</Chip>
            </dt>
            <dd className="mb-2 sm:mb-0">{t(`legend.${state}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
