import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BarList } from '@/components/analytics/bar-list'
import { DayLine } from '@/components/analytics/day-line'
import { FigureCard } from '@/components/analytics/figure-card'
import { Banner } from '@/components/ui/banner'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { ticketReport } from '@/lib/analytics'
import { type Report, type ReportAsked, type ReportTable, reportAsked } from '@/lib/analytics/schema'
import { type Formats, formatsFor, zoneCity } from '@/lib/i18n'
import { languageNames } from '@/lib/i18n/language-names'
import { isLocale } from '@/lib/i18n/locales'
import { pageContext } from '@/lib/web'
import { reportHref } from './asked'
import { Filters } from './filters'
import { KeyFigures } from './key-figures'
import { CountTable, TopicTable } from './tables'

type PageProps = { params: Promise<{ marketplace: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('reports'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** A10: what came in, how fast it was answered and how that was liked (003-10); each picture has its table. */
export default async function Reports({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/desk/reports`)
  const asked = reportAsked.parse(await searchParams)
  const outcome = await ticketReport(actor, { ...asked, locale: viewer.locale })
  if (!outcome.ok) notFound()
  const report = outcome.value
  const formats = formatsFor(viewer.locale, report.zone)
  const t = await getTranslations('reports')
  return (
    <div className="mx-auto max-w-page p-5">
      <PageHead title={t('title')} below={<p className="text-13">{t('lead', { city: zoneCity(report.zone) })}</p>} />
      <Filters slug={slug} asked={asked} report={report} />
      {report.fault ? (
        <div className="pb-5">
          <Banner>{t(`faults.${report.fault}`)}</Banner>
        </div>
      ) : null}
      {report.opened === 0 ? (
        <Empty kind="no-match" title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </Empty>
      ) : (
        <>
          <KeyFigures report={report} formats={formats} />
          <Figures slug={slug} asked={asked} report={report} formats={formats} />
        </>
      )}
    </div>
  )
}

type FiguresProps = { slug: string; asked: ReportAsked; report: Report; formats: Formats }

async function Figures({ slug, asked, report, formats }: FiguresProps) {
  const t = await getTranslations('reports')
  const states = await getTranslations('desk')
  const file = (table: ReportTable) =>
    report.mayExport ? { href: reportHref(slug, asked, report, table), label: t('file') } : undefined
  const card = (table: ReportTable) => ({ title: t(table), file: file(table) })
  const dayOf = (day: string) => formatsFor(formats.locale, 'UTC').date(new Date(`${day}T00:00:00Z`))
  const most = Math.max(...report.days.map(({ opened }) => opened))
  const middle = report.days[Math.floor((report.days.length - 1) / 2)]?.day ?? report.from
  const counted = {
    states: report.states.map(({ state, opened }) => ({ key: state, label: states(`chip.${state}`), count: opened })),
    languages: report.languages.map(({ locale, opened }) => ({
      key: locale,
      lang: locale,
      label: isLocale(locale) ? languageNames[locale] : locale,
      count: opened,
    })),
    stars: report.satisfaction.stars.map((given, index) => ({
      key: String(index + 1),
      label: t('starsGiven', { stars: index + 1 }),
      count: given,
    })),
  }
  const names = { states: t('columns.status'), languages: t('columns.language'), stars: t('columns.stars') }
  const counts = (['states', 'languages', 'stars'] as const).map((table) => (
    <FigureCard
      key={table}
      {...card(table)}
      twin={{
        open: t('table'),
        table: (
          <CountTable
            label={t(table)}
            columns={[names[table], table === 'stars' ? t('columns.ratings') : t('columns.opened')]}
            rows={counted[table]}
            formats={formats}
          />
        ),
      }}
    >
      <BarList bars={withRatio(counted[table], formats)} />
    </FigureCard>
  ))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-3">
      <div className="min-w-0 lg:col-span-3">
        <FigureCard
          {...card('days')}
          twin={{
            open: t('table'),
            table: (
              <CountTable
                label={t('days')}
                columns={[t('columns.day'), t('columns.opened')]}
                rows={report.days.map(({ day, opened }) => ({ key: day, label: dayOf(day), count: opened }))}
                formats={formats}
              />
            ),
          }}
        >
          <DayLine
            values={report.days.map(({ opened }) => opened)}
            label={t('daysLabel', { from: dayOf(report.from), to: dayOf(report.to), most: formats.number(most) })}
            ticks={[...new Set([report.from, middle, report.to])].map(dayOf)}
            scale={[formats.number(most), formats.number(0)]}
          />
        </FigureCard>
      </div>
      <div className="min-w-0 lg:col-span-3">
        <FigureCard
          {...card('topics')}
          twin={{ open: t('table'), table: <TopicTable report={report} formats={formats} /> }}
        >
          <BarList
            long
            bars={withRatio(
              report.topics.map(({ id, name, opened }) => ({ key: id, label: name, count: opened })),
              formats,
            )}
          />
        </FigureCard>
      </div>
      {counts}
    </div>
  )
}

function withRatio<Row extends { count: number }>(rows: readonly Row[], formats: Formats) {
  const longest = Math.max(1, ...rows.map(({ count }) => count))
  return rows.map((row) => ({ ...row, value: formats.number(row.count), ratio: row.count / longest }))
}
