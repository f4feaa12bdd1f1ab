import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/chip'
import { classes } from '@/components/ui/classes'
import { UrgentIcon } from '@/components/ui/icons'
import { type Formats, formatsFor } from '@/lib/i18n'
import type { SchedulePage } from '@/lib/oncall/schema'

type Shift = SchedulePage['shifts'][number]
type ShiftListProps = { page: SchedulePage; viewer: string | null; formats: Formats }

const MINUTE = 60_000

/** A month's shifts in the schedule's zone, each with the reader's own time where that differs; gaps in red. */
export function ShiftList({ page, viewer, formats }: ShiftListProps) {
  const t = useTranslations('oncall.schedule')
  return (
    <ol aria-label={t('shifts')} className="border-hairline border-t">
      {page.shifts.map((shift) => (
        <ShiftRow key={shift.from.toISOString()} shift={shift} page={page} viewer={viewer} formats={formats} />
      ))}
    </ol>
  )
}

function ShiftRow({ shift, page, viewer, formats }: ShiftListProps & { shift: Shift }) {
  const t = useTranslations('oncall.schedule')
  const local = formatsFor(formats.locale, page.timeZone)
  const current = shift.from <= page.now && page.now < shift.to
  const range = ({ promise }: Formats) => ({ from: promise(shift.from), to: promise(shift.to) })
  const mine = viewer !== null && shift.primary?.membershipId === viewer
  return (
    <li
      aria-current={current ? 'time' : undefined}
      className={classes(
        'relative grid gap-1 border-hairline border-b py-3 pr-3 pl-4.5 before:absolute before:inset-y-0 before:left-0 before:w-1',
        shift.primary
          ? current
            ? 'bg-surface before:bg-brand'
            : null
          : 'bg-status-urgent-soft before:bg-status-urgent',
      )}
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {shift.primary ? (
          <b className={classes('font-medium', mine && 'text-brand')}>{shift.primary.name}</b>
        ) : (
          <Gap shift={shift} />
        )}
        {current ? <Tag brand>{t('now')}</Tag> : null}
      </p>
      <p className="text-14 tabular-nums">{t('range', range(local))}</p>
      {formats.zone === page.timeZone || sameClock(local, formats, shift) ? null : (
        <p className="text-13 text-ink-2 tabular-nums">{t('yours', range(formats))}</p>
      )}
      {shift.others.length > 0 ? (
        <p className="text-13 text-ink-2">
          {t('behind', { people: formats.list(shift.others.map(({ name }) => name)) })}
        </p>
      ) : null}
    </li>
  )
}

/** Two zones may show the same clock, and then saying it twice helps nobody. */
function sameClock(a: Formats, b: Formats, { from, to }: Shift): boolean {
  return a.promise(from) === b.promise(from) && a.promise(to) === b.promise(to)
}

function Gap({ shift }: { shift: Shift }) {
  const t = useTranslations('oncall.schedule')
  const length = Math.round((shift.to.getTime() - shift.from.getTime()) / MINUTE)
  return (
    <b className="inline-flex items-center gap-2 font-strong text-status-urgent">
      <UrgentIcon className="size-4" />
      <span>
        {t('gap')}: {t('gapLength', { hours: Math.floor(length / 60), minutes: length % 60 })}
      </span>
    </b>
  )
}
