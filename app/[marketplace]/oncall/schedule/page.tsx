import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { MonthGrid } from '@/components/oncall/month-grid'
import { ShiftList } from '@/components/oncall/shift-list'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { BackIcon, NextIcon } from '@/components/ui/icons'
import { type Tab, TabLinks } from '@/components/ui/tabs'
import { formatsFor, zoneCity } from '@/lib/i18n'
import { monthWeeks, ownFeed, schedulePage } from '@/lib/oncall'
import { pageContext } from '@/lib/web'
import { Covers } from './covers-part'
import { FeedPart } from './feed-part'
import { Gaps } from './gaps-part'
import { localText } from './local-text'
import { OnNow } from './on-now-part'
import { weekdaysIn } from './weekdays'

type Asked = { month?: string | string[]; view?: string | string[]; schedule?: string | string[] }
type PageProps = { params: Promise<{ marketplace: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('schedule'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** O4: who is on call in one month, as a sheet or as a list; covers, gaps, and one's own calendar. */
export default async function Schedule({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const asked = await searchParams
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/schedule`)
  const one = (value: Asked[keyof Asked]) => (typeof value === 'string' ? value : undefined)
  const page = await schedulePage(actor, {
    month: one(asked.month),
    scheduleId: one(asked.schedule),
    zone: viewer.timeZone,
  })
  const t = await getTranslations('schedule')
  const place = `/${slug}/oncall/schedule`
  if (!page)
    return (
      <>
        <h1 className="text-26">{t('title')}</h1>
        <Empty
          kind="nothing-yet"
          title={t('empty.none')}
          action={<ButtonLink href={`${place}/edit`}>{t('edit.create')}</ButtonLink>}
        >
          {t('empty.noneText')}
        </Empty>
      </>
    )
  const feed = await ownFeed(actor, { scheduleId: page.scheduleId })
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const listed = one(asked.view) === 'list'
  const at = (to: { month?: string; view?: 'list' | 'month'; schedule?: string }) => {
    const query = new URLSearchParams({ schedule: to.schedule ?? page.scheduleId, month: to.month ?? page.month })
    if (to.view ? to.view === 'list' : listed) query.set('view', 'list')
    return `${place}?${query}`
  }
  const month = (await getFormatter()).dateTime(new Date(`${page.month}-15T12:00:00Z`), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const planned = page.shifts.some(({ primary }) => primary !== null)
  const hidden = { marketplace: slug, membershipId: actor.membershipId }
  const views: Tab[] = (['month', 'list'] as const).map((view) => ({
    href: at({ view }),
    label: t(`view.${view}`),
    current: listed === (view === 'list'),
  }))
  return (
    <div className="grid gap-8">
      <header className="grid gap-4">
        {page.schedules.length > 1 ? (
          <TabLinks
            label={t('choose')}
            tabs={page.schedules.map(({ id, name }) => ({
              href: at({ schedule: id }),
              label: name,
              current: id === page.scheduleId,
            }))}
          />
        ) : null}
        <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
          <OnNow page={page} viewer={actor.membershipId} formats={formats} />
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={`${place}/cover?schedule=${page.scheduleId}`}>{t('cover.askAny')}</ButtonLink>
            {page.allowed.edit ? (
              <ButtonLink href={`${place}/edit?schedule=${page.scheduleId}`}>{t('edit.open')}</ButtonLink>
            ) : null}
          </div>
        </div>
      </header>
      {page.unreachable.length > 0 ? (
        <Banner tone="urgent" title={t('unreachable', { count: page.unreachable.length })}>
          {t('unreachableText', { people: formats.list(page.unreachable.map(({ name }) => name)) })}
        </Banner>
      ) : null}
      <Covers page={page} hidden={hidden} formats={formats} />
      <section aria-labelledby="month" className="grid gap-4">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          <nav aria-label={t('months')} className="flex items-center gap-1">
            <ButtonLink look="quiet" href={at({ month: page.previous })} aria-label={t('previous')}>
              <BackIcon />
            </ButtonLink>
            <h2 id="month" className="min-w-44 text-center text-20 first-letter:uppercase">
              {month}
            </h2>
            <ButtonLink look="quiet" href={at({ month: page.next })} aria-label={t('following')}>
              <NextIcon />
            </ButtonLink>
          </nav>
          <TabLinks label={t('view.label')} tabs={views} />
        </div>
        <p className="text-13 text-ink-2">
          {viewer.timeZone === page.timeZone
            ? t('zone.same', { city: zoneCity(page.timeZone) })
            : t('zone.other', { city: zoneCity(viewer.timeZone), there: zoneCity(page.timeZone) })}
          {page.clockChanges.map((change) => (
            <span key={change.at.toISOString()} className="block text-status-wait">
              {t('clock.moved', { when: formats.promise(change.at), minutes: change.minutes })}
            </span>
          ))}
        </p>
        {planned ? (
          <>
            <Gaps page={page} formats={formats} />
            {listed ? (
              <ShiftList
                page={page}
                viewer={actor.membershipId}
                formats={formats}
                coverHref={({ from, to, whole }) => {
                  const begins = whole.from ?? from
                  return `${place}/cover?${new URLSearchParams({
                    schedule: page.scheduleId,
                    from: localText(viewer.timeZone, begins > page.now ? begins : page.now),
                    to: localText(viewer.timeZone, whole.to ?? to),
                  })}`
                }}
              />
            ) : (
              <MonthGrid
                page={page}
                weeks={monthWeeks(viewer.timeZone, page, page.shifts)}
                weekdays={weekdaysIn(viewer.locale)}
                viewer={actor.membershipId}
                formats={formats}
                hrefOf={(shift) => `${at({ view: 'list' })}#shift-${shift}`}
              />
            )}
          </>
        ) : (
          <Empty kind="no-match" title={t('empty.month')}>
            {t('empty.monthText')}
          </Empty>
        )}
      </section>
      <FeedPart feed={feed} hidden={{ ...hidden, scheduleId: page.scheduleId }} formats={formats} />
    </div>
  )
}
