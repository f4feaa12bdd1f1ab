import { getTranslations } from 'next-intl/server'
import { type Formats, formatsFor, zoneCity } from '@/lib/i18n'
import type { SchedulePage } from '@/lib/oncall/schema'

type OnNowProps = { page: SchedulePage; viewer: string; formats: Formats }

/** Who is on call now, until when, and what the clock shows in the schedule's zone. */
export async function OnNow({ page, viewer, formats }: OnNowProps) {
  const t = await getTranslations('schedule')
  const { primary, others, until } = page.onCall
  const there = formatsFor(formats.locale, page.timeZone)
  return (
    <div className="grid gap-0.5">
      <h1 className="text-14 text-ink-2">
        {page.name}: {t('onNow')}
      </h1>
      <p className={primary ? 'font-strong text-26' : 'font-strong text-26 text-status-urgent'}>
        <span className={primary?.membershipId === viewer ? 'text-brand' : undefined}>
          {primary ? primary.name : t('nobody')}
        </span>
      </p>
      <p className="text-14 text-ink-2 tabular-nums">
        {[
          until ? t('until', { when: formats.promise(until) }) : null,
          others.length > 0 ? t('behind', { people: formats.list(others.map(({ name }) => name)) }) : null,
          formats.zone === page.timeZone
            ? null
            : t('clock.there', { time: there.time(page.now), city: zoneCity(page.timeZone) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}
