import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import type { Formats } from '@/lib/i18n'
import type { SchedulePage } from '@/lib/oncall/schema'
import { lengthOf } from './lengths'

/** How many gaps are named; the sheet and the list show all. */
const MOST = 3

/** The gaps of the month that are still to come or under way, in red, with their hours. */
export async function Gaps({ page, formats }: { page: SchedulePage; formats: Formats }) {
  const t = await getTranslations('schedule')
  const gaps = page.shifts.filter(({ primary, to }) => primary === null && to > page.now)
  if (gaps.length === 0) return null
  return (
    <Banner tone="urgent" title={t('gaps', { count: gaps.length })}>
      <ul className="tabular-nums">
        {gaps.slice(0, MOST).map((gap) => (
          <li key={gap.from.toISOString()}>
            {t('gapLine', {
              when: t('range', {
                from: gap.whole.from ? formats.promise(gap.whole.from) : '…',
                to: gap.whole.to ? formats.promise(gap.whole.to) : '…',
              }),
              length: lengthOf(t, { from: gap.whole.from ?? gap.from, to: gap.whole.to ?? gap.to }),
            })}
          </li>
        ))}
      </ul>
      {t('gapsText')}
    </Banner>
  )
}
