import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Chip } from '@/components/ui/chip'
import { Time } from '@/components/ui/time'
import type { AlertRow } from '@/lib/alerts/schema'
import type { Formats } from '@/lib/i18n'

type AlertListProps = {
  alerts: readonly AlertRow[]
  hrefOf: (escalationId: string) => string
  formats: Formats
  now: Date
}

/** What is firing, or was: how severe, since when, how often it was reported, and the run it has. Server only. */
export function AlertList({ alerts, hrefOf, formats, now }: AlertListProps) {
  const t = useTranslations('alerts')
  return (
    <ul className="divide-y divide-hairline overflow-hidden rounded-card border border-hairline bg-surface">
      {alerts.map(({ id, title, severity, state, firstAt, resolvedAt, reports, key, escalationId }) => (
        <li key={id} className="grid gap-1 p-3.5 sm:grid-cols-[1fr_auto] sm:items-center sm:gap-x-4">
          <p className="flex min-w-0 flex-wrap items-center gap-2">
            <Chip tone={state === 'firing' ? 'urgent' : 'done'}>{severity}</Chip>
            <b className="min-w-0 break-words font-medium">{title}</b>
          </p>
          <p className="row-span-2 text-14">
            {escalationId ? <AppLink href={hrefOf(escalationId)}>{t('firing.run')}</AppLink> : null}
          </p>
          <p className="flex flex-wrap gap-x-2 text-13 text-ink-2">
            <span>
              {resolvedAt ? t('resolved.at') : t('firing.since')}{' '}
              <Time at={resolvedAt ?? firstAt} as="short" now={now} formats={formats} />
            </span>
            <span>· {t('firing.reports', { count: reports })}</span>
            <span>· {t('firing.from', { key })}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
