import { useTranslations } from 'next-intl'
import { KeyFigure } from '@/components/analytics/key-figure'
import { FEW, type Report, type Took } from '@/lib/analytics/schema'
import type { Formats } from '@/lib/i18n'

/** The four figures on top. Each says how many requests stand behind it, and says so loudly where they are few. */
export function KeyFigures({ report, formats }: { report: Report; formats: Formats }) {
  const t = useTranslations('reports')
  const { satisfaction } = report
  const restsOn = (n: number) => (n < FEW ? t('few', { n: formats.number(n) }) : t('n', { n: formats.number(n) }))
  const took = (name: string, { n, median, p90 }: Took) => (
    <KeyFigure
      name={name}
      value={median === null ? t('none') : formats.workTime(median)}
      lines={
        median === null || p90 === null ? [] : [t('median'), t('p90', { time: formats.workTime(p90) }), restsOn(n)]
      }
    />
  )
  return (
    <dl className="grid gap-3 pb-5 sm:grid-cols-2 xl:grid-cols-4">
      <KeyFigure
        name={t('opened')}
        value={formats.number(report.opened)}
        lines={[t('openedText', { completed: report.completion.n })]}
      />
      {took(t('firstAnswer'), report.firstAnswer)}
      {took(t('completion'), report.completion)}
      <KeyFigure
        name={t('satisfaction')}
        value={satisfaction.mean === null ? t('none') : t('mean', { mean: formats.number(round(satisfaction.mean)) })}
        lines={
          satisfaction.good === null
            ? []
            : [t('good', { share: formats.percent(satisfaction.good) }), restsOn(satisfaction.n)]
        }
      />
    </dl>
  )
}

function round(mean: number): number {
  return Math.round(mean * 100) / 100
}
