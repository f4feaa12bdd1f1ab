import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Table, Td, Th } from '@/components/ui/table'
import type { Report } from '@/lib/analytics/schema'
import type { Formats } from '@/lib/i18n'

type Row = { key: string; label: ReactNode; lang?: string; count: number }

/** Two columns and the share of the whole. */
export function CountTable({
  label,
  columns,
  rows,
  formats,
}: {
  label: string
  columns: [string, string]
  rows: readonly Row[]
  formats: Formats
}) {
  const t = useTranslations('reports')
  const whole = rows.reduce((sum, { count }) => sum + count, 0)
  return (
    <Table
      label={label}
      head={
        <>
          <Th>{columns[0]}</Th>
          <Th amount>{columns[1]}</Th>
          <Th amount>{t('columns.share')}</Th>
        </>
      }
    >
      {rows.map(({ key, label: name, lang, count }) => (
        <tr key={key}>
          <Td lang={lang}>{name}</Td>
          <Td amount>{formats.number(count)}</Td>
          <Td amount>{whole === 0 ? '–' : formats.percent(count / whole)}</Td>
        </tr>
      ))}
    </Table>
  )
}

/** Everything that is known of each topic. */
export function TopicTable({ report, formats }: { report: Report; formats: Formats }) {
  const t = useTranslations('reports')
  const time = (minutes: number | null) => (minutes === null ? '–' : formats.workTime(minutes))
  return (
    <Table
      label={t('topics')}
      head={
        <>
          <Th>{t('columns.topic')}</Th>
          <Th>{t('columns.category')}</Th>
          <Th amount>{t('columns.opened')}</Th>
          <Th amount>{t('columns.answered')}</Th>
          <Th amount>{t('columns.firstMedian')}</Th>
          <Th amount>{t('columns.firstP90')}</Th>
          <Th amount>{t('columns.completed')}</Th>
          <Th amount>{t('columns.completionMedian')}</Th>
          <Th amount>{t('columns.completionP90')}</Th>
        </>
      }
    >
      {report.topics.map(({ id, name, categoryName, opened, firstAnswer, completion }) => (
        <tr key={id}>
          <Td>{name}</Td>
          <Td>{categoryName}</Td>
          <Td amount>{formats.number(opened)}</Td>
          <Td amount>{formats.number(firstAnswer.n)}</Td>
          <Td amount>{time(firstAnswer.median)}</Td>
          <Td amount>{time(firstAnswer.p90)}</Td>
          <Td amount>{formats.number(completion.n)}</Td>
          <Td amount>{time(completion.median)}</Td>
          <Td amount>{time(completion.p90)}</Td>
        </tr>
      ))}
    </Table>
  )
}
