import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { Explanation, Segment, SegmentReason } from '@/lib/sla/schema'
import { clockTime } from './work-time'

type ExplainWayProps = {
  way: Explanation
  /** In the zone of the calendar that counts. */
  formats: Formats
  /** Names the table. */
  label: string
}

const notOurs: readonly SegmentReason[] = ['closed', 'holiday', 'partner', 'answered', 'completed']

/** Why a deadline lies where it lies: how long of what in words, then every stretch of it. */
export function ExplainWay({ way, formats, label }: ExplainWayProps) {
  const t = useTranslations('promises.explain')
  const { segments, target } = way
  const length = ({ from, to }: Segment) => to.getTime() - from.getTime()
  const sum = (fits: (segment: Segment) => boolean) => segments.filter(fits).reduce((all, one) => all + length(one), 0)
  const passed = sum(({ why, ahead }) => why === 'counted' && !ahead)
  // Of a request that is only thought of, everything is still to come.
  const begun = segments.some(({ ahead }) => !ahead)
  const names = [...new Set(segments.flatMap(({ holiday }) => holiday ?? []))]
  const skipped = notOurs.flatMap((why) => {
    const time = sum((segment) => segment.why === why)
    if (time === 0) return []
    const words = why === 'holiday' ? t('holidays', { names: formats.list(names) }) : t(`reason.${why}`)
    return { name: words, value: t('notCounted', { time: clockTime(time) }) }
  })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Facts
        facts={[
          { name: t('promised'), value: clockTime(target) },
          ...(begun ? [{ name: t('counted'), value: clockTime(passed) }] : []),
          ...(begun && passed < target && way.dueAt ? [{ name: t('left'), value: clockTime(target - passed) }] : []),
          ...skipped,
        ]}
      />
      <Table
        label={label}
        head={
          <>
            <Th>{t('from')}</Th>
            <Th>{t('to')}</Th>
            <Th>{t('why')}</Th>
            <Th amount>{t('counts')}</Th>
            <Th amount>{t('total')}</Th>
          </>
        }
      >
        {segments.map((segment) => {
          const { from, to, why, holiday, ahead, late, spent } = segment
          const counts = why === 'counted'
          return (
            <tr key={from.toISOString()} className={classes(!counts && 'text-ink-2', late && 'text-status-urgent')}>
              <Td className="whitespace-nowrap">
                <Time at={from} formats={formats} />
              </Td>
              <Td className="whitespace-nowrap">
                <Time at={to} formats={formats} />
              </Td>
              <Td>
                <span className={classes(counts && 'font-medium')}>
                  {why === 'holiday' ? t('holiday', { name: holiday ?? '' }) : t(`reason.${why}`)}
                </span>
                {late ? ` · ${t('late')}` : ahead && counts && begun ? ` · ${t('ahead')}` : null}
              </Td>
              <Td amount>{counts ? clockTime(length(segment)) : '–'}</Td>
              <Td amount>{clockTime(spent)}</Td>
            </tr>
          )
        })}
      </Table>
    </div>
  )
}
