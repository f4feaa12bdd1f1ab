import type { Report, ReportAsked, ReportTable } from '@/lib/analytics/schema'

/** The address of a report, or of one of its tables as a file. */
export function reportHref(slug: string, asked: ReportAsked, report: Report, table?: ReportTable): string {
  const { topic, team, language } = asked
  const said = { ...(table && { table }), from: report.from, to: report.to, topic, team, language }
  const query = new URLSearchParams(
    Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
  return `/${slug}/${table ? 'api' : 'desk'}/reports?${query}`
}
