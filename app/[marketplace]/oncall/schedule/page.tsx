import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ShiftList } from '@/components/oncall/shift-list'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { BackIcon, NextIcon } from '@/components/ui/icons'
import { formatsFor, zoneCity } from '@/lib/i18n'
import { schedulePage } from '@/lib/oncall'
import { pageContext } from '@/lib/web'

type PageProps = { params: Promise<{ marketplace: string }>; searchParams: Promise<{ month?: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('oncall.schedule'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** O4: who is on call in one month, as a list; gaps in red. */
export default async function Schedule({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const asked = (await searchParams).month
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/schedule`)
  const page = await schedulePage(actor, { month: typeof asked === 'string' ? asked : undefined })
  const t = await getTranslations('oncall.schedule')
  if (!page)
    return (
      <>
        <h1 className="text-26">{t('title')}</h1>
        <Empty kind="nothing-yet" title={t('empty.none')}>
          {t('empty.noneText')}
        </Empty>
      </>
    )
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const month = (await getFormatter()).dateTime(new Date(`${page.month}-15T12:00:00Z`), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const gaps = page.shifts.filter(({ primary }) => primary === null)
  const planned = page.shifts.some(({ primary }) => primary !== null)
  const at = (one: string) => `/${slug}/oncall/schedule?month=${one}`
  return (
    <div className="grid gap-6">
      <header className="grid gap-1">
        <h1 className="text-26">{page.name}</h1>
        <p className="text-14 text-ink-2">
          {t('onNow')}: <b className="text-ink">{page.onCall.primary?.name ?? t('nobody')}</b>
          {page.onCall.others.length > 0
            ? ` · ${t('behind', { people: formats.list(page.onCall.others.map(({ name }) => name)) })}`
            : null}
        </p>
      </header>
      {page.unreachable.length > 0 ? (
        <Banner tone="urgent" title={t('unreachable', { count: page.unreachable.length })}>
          {t('unreachableText', { people: formats.list(page.unreachable.map(({ name }) => name)) })}
        </Banner>
      ) : null}
      {planned && gaps.length > 0 ? (
        <Banner tone="urgent" title={t('gaps', { count: gaps.length })}>
          {t('gapsText')}
        </Banner>
      ) : null}
      <section aria-labelledby="month" className="grid gap-3">
        <nav aria-label={t('months')} className="flex items-center justify-between gap-2">
          <ButtonLink look="quiet" href={at(page.previous)} aria-label={t('previous')}>
            <BackIcon />
          </ButtonLink>
          <h2 id="month" className="text-20 first-letter:uppercase">
            {month}
          </h2>
          <ButtonLink look="quiet" href={at(page.next)} aria-label={t('following')}>
            <NextIcon />
          </ButtonLink>
        </nav>
        <p className="text-13 text-ink-2">{t('zone', { city: zoneCity(page.timeZone) })}</p>
        {planned ? (
          <ShiftList page={page} viewer={actor.membershipId} formats={formats} />
        ) : (
          <Empty kind="no-match" title={t('empty.month')}>
            {t('empty.monthText')}
          </Empty>
        )}
      </section>
    </div>
  )
}
