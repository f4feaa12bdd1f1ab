import { ticketReport } from '@/lib/analytics'
import { type Report, type ReportTable, reportFileAsked } from '@/lib/analytics/schema'
import { type Cell, csvStream } from '@/lib/foundation/csv'
import { refuse } from '@/lib/foundation/outcome'
import { translatorFor } from '@/lib/i18n'
import { languageNames } from '@/lib/i18n/language-names'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { defineRoute } from '@/lib/web'

export const dynamic = 'force-dynamic'

/** One table of a report as a file (003-10), for leads and admins; minutes stay minutes, so that they can be counted on. */
export const GET = defineRoute({
  side: 'staff',
  schema: reportFileAsked,
  run: async (actor, { table, ...asked }, { viewer }) => {
    const outcome = await ticketReport(actor, { ...asked, locale: viewer.locale })
    if (!outcome.ok) return outcome
    const report = outcome.value
    if (!report.mayExport) return refuse('not_allowed')
    const { header, rows } = tableOf(report, table, viewer.locale)
    return new Response(csvStream(viewer.locale, header, inTurn(rows)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${table}-${report.from}-${report.to}.csv"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  },
})

type File = { header: string[]; rows: Cell[][] }

function tableOf(report: Report, table: ReportTable, locale: Locale): File {
  const t = translatorFor(locale, 'reports')
  const opened = t('columns.opened')
  switch (table) {
    case 'topics':
      return topicsOf(report, locale)
    case 'days':
      return { header: [t('columns.day'), opened], rows: report.days.map((row) => [row.day, row.opened]) }
    case 'states': {
      const words = translatorFor(locale, 'desk')
      const rows = report.states.map((row) => [words(`chip.${row.state}`), row.opened])
      return { header: [t('columns.status'), opened], rows }
    }
    case 'languages': {
      const name = (tag: string) => (isLocale(tag) ? languageNames[tag] : tag)
      const rows = report.languages.map((row) => [name(row.locale), row.opened])
      return { header: [t('columns.language'), opened], rows }
    }
    case 'stars': {
      const rows = report.satisfaction.stars.map((given, index) => [index + 1, given])
      return { header: [t('columns.stars'), t('columns.ratings')], rows }
    }
  }
}

function topicsOf({ topics }: Report, locale: Locale): File {
  const t = translatorFor(locale, 'reports')
  const columns = [
    'topic',
    'category',
    'opened',
    'answered',
    'firstMedianMinutes',
    'firstP90Minutes',
    'completed',
    'completionMedianMinutes',
    'completionP90Minutes',
  ] as const
  return {
    header: columns.map((column) => t(`columns.${column}`)),
    rows: topics.map(({ name, categoryName, opened, firstAnswer, completion }) => [
      name,
      categoryName,
      opened,
      firstAnswer.n,
      whole(firstAnswer.median),
      whole(firstAnswer.p90),
      completion.n,
      whole(completion.median),
      whole(completion.p90),
    ]),
  }
}

/** A minute is exact enough. */
function whole(minutes: number | null): number | null {
  return minutes === null ? null : Math.round(minutes)
}

async function* inTurn(rows: readonly Cell[][]): AsyncGenerator<Cell[]> {
  yield* rows
}
