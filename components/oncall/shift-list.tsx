import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Tag } from '@/components/ui/chip'
import { classes } from '@/components/ui/classes'
import { UrgentIcon } from '@/components/ui/icons'
import { type Formats, formatsFor, zoneCity } from '@/lib/i18n'
import type { SchedulePage, ShownShift } from '@/lib/oncall/schema'

type ShiftListProps = {
  page: SchedulePage
  viewer: string
  formats: Formats
  /** Where cover is asked for one's own shift. */
  coverHref: (shift: ShownShift) => string
}

const MINUTE = 60_000

/** A month's shifts in the reader's own time, with the schedule's where its clock differs; gaps in red. */
export function ShiftList({ page, viewer, formats, coverHref }: ShiftListProps) {
  const t = useTranslations('schedule')
  return (
    <ol aria-label={t('shifts')} className="border-hairline border-t">
      {page.shifts.map((shift, place) => (
        <ShiftRow
          key={shift.from.toISOString()}
          id={`shift-${place}`}
          shift={shift}
          page={page}
          viewer={viewer}
          formats={formats}
          coverHref={coverHref}
        />
      ))}
    </ol>
  )
}

function ShiftRow({ id, shift, page, viewer, formats, coverHref }: ShiftListProps & { id: string; shift: ShownShift }) {
  const t = useTranslations('schedule')
  const there = formatsFor(formats.locale, page.timeZone)
  const current = shift.from <= page.now && page.now < shift.to
  const { from, to } = shift.whole
  const range = ({ promise }: Formats) => ({ from: from ? promise(from) : '…', to: to ? promise(to) : '…' })
  const mine = shift.primary?.membershipId === viewer
  const behind = shift.others.some(({ membershipId }) => membershipId === viewer)
  return (
    <li
      id={id}
      aria-current={current ? 'time' : undefined}
      className={classes(
        'relative flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-hairline border-b py-3 pr-3 pl-4.5 target:bg-brand-soft',
        'before:absolute before:inset-y-0 before:left-0 before:w-1',
        current && shift.primary && 'bg-surface',
        !shift.primary && 'bg-status-urgent-soft before:bg-status-urgent',
        mine ? 'before:bg-brand' : shift.primary && current && 'before:bg-ink-3',
        shift.to <= page.now && 'text-ink-2',
      )}
    >
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {shift.primary ? (
            <b className={classes('font-medium', mine && 'text-brand')}>{shift.primary.name}</b>
          ) : (
            <Gap shift={shift} />
          )}
          {current ? <Tag brand>{t('now')}</Tag> : null}
          {mine ? <Tag>{t('mine')}</Tag> : null}
          {shift.standsIn.length > 0 ? (
            <Tag>{t('standsIn', { people: formats.list(shift.standsIn.map(({ name }) => name)) })}</Tag>
          ) : null}
        </p>
        <p className="text-14 tabular-nums">{t('range', range(formats))}</p>
        {formats.zone === page.timeZone || sameClock(there, formats, shift) ? null : (
          <p className="text-13 text-ink-2 tabular-nums">
            {t('there', { city: zoneCity(page.timeZone), ...range(there) })}
          </p>
        )}
        {shift.others.length > 0 ? (
          <p className="text-13 text-ink-2">
            {t('behind', { people: formats.list(shift.others.map(({ name }) => name)) })}
          </p>
        ) : null}
      </div>
      {(mine || behind) && shift.to > page.now ? (
        <ButtonLink href={coverHref(shift)}>{t('cover.ask')}</ButtonLink>
      ) : null}
    </li>
  )
}

/** Two zones may show the same clock, and then saying it twice helps nobody. */
function sameClock(a: Formats, b: Formats, { from, to }: ShownShift): boolean {
  return a.promise(from) === b.promise(from) && a.promise(to) === b.promise(to)
}

function Gap({ shift }: { shift: ShownShift }) {
  const t = useTranslations('schedule')
  const { from, to } = shift.whole
  const length = Math.round(((to ?? shift.to).getTime() - (from ?? shift.from).getTime()) / MINUTE)
  return (
    <b className="inline-flex items-center gap-2 font-strong text-status-urgent">
      <UrgentIcon className="size-4" />
      <span>
        {t('gap')}: {t('gapLength', { hours: Math.floor(length / 60), minutes: length % 60 })}
      </span>
    </b>
  )
}
