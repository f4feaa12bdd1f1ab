import { useTranslations } from 'next-intl'
import { DepletingLine } from '@/components/ui/depleting-line'
import { StatusIcon } from '@/components/ui/status-icon'

/** A filled-in waybill: what a request looks like here. A picture made of words, so screen readers skip it. */
export function Specimen() {
  const t = useTranslations('frame.signIn')
  return (
    <div aria-hidden="true" data-theme="light" className="paper w-full max-w-md bg-surface text-ink">
      <div className="flex items-end justify-between gap-4 border-hairline border-b px-6 pt-5 pb-4">
        <Bars />
        <span className="-rotate-2 rounded-stamp border-2 border-brand px-3 py-1 font-mono font-strong text-20 text-brand outline-1 outline-brand -outline-offset-5">
          NV-2041
        </span>
      </div>
      <dl className="grid grid-cols-2">
        <Line wide name={t('subject')}>
          {t('subjectExample')}
        </Line>
        <Line name={t('turn')}>{t('turnExample')}</Line>
        <Line name={t('due')}>{t('dueExample')}</Line>
      </dl>
      <div className="flex items-center gap-3 bg-status-wait-soft px-6 pt-3 pb-5 text-14 text-status-wait">
        <StatusIcon tone="wait" />
        <DepletingLine ratio={0.62} />
      </div>
    </div>
  )
}

function Line({ name, wide, children }: { name: string; wide?: boolean; children: string }) {
  return (
    <div className={`border-hairline border-b px-6 py-3 ${wide ? 'col-span-2' : 'odd:border-r even:border-r'}`}>
      <dt className="text-12 text-ink-3">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  )
}

/** Bars as on a parcel's label. */
function Bars() {
  const widths = [2, 1, 3, 1, 1, 2, 4, 1, 2, 1, 3, 2, 1, 1, 4, 2, 1, 3]
  let x = 0
  return (
    <svg viewBox="0 0 70 24" aria-hidden="true" className="h-9 text-ink">
      {widths.map((width, place) => {
        const bar = <rect key={x} x={x} width={width} height="24" fill="currentColor" />
        x += width + (place % 3 === 0 ? 3 : 2)
        return bar
      })}
    </svg>
  )
}
