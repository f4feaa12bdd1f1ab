import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { StatusIcon } from '@/components/ui/status-icon'
import { toneText } from '@/components/ui/tone-classes'
import type { EscalationPage, ShownDelivery } from '@/lib/escalation/schema'

type Tried = { name: string; deliveries: ShownDelivery[] }

/** Of a call to a partner: each contact that was tried, and the best that became of any message to her. Server only. */
export function ContactsTried({ page }: { page: EscalationPage }) {
  const t = useTranslations('oncall.escalation')
  const words = useTranslations('escalation')
  const tried = new Map<string, Tried>()
  for (const delivery of page.timeline.flatMap(({ deliveries }) => deliveries)) {
    const key = delivery.recipient?.membershipId ?? delivery.address
    const name = delivery.recipient?.name ?? delivery.endpoint ?? delivery.address
    tried.set(key, { name, deliveries: [...(tried.get(key)?.deliveries ?? []), delivery] })
  }
  return (
    <Card title={t('tried')}>
      {tried.size === 0 ? <p className="text-14 text-ink-2">{t('triedNone')}</p> : null}
      <ul className="grid gap-2 text-14 empty:hidden">
        {[...tried].map(([key, { name, deliveries }]) => {
          const best = deliveries.reduce((a, b) => (order.indexOf(a.status) <= order.indexOf(b.status) ? a : b))
          const tone = best.status === 'SENT' ? 'done' : order.indexOf(best.status) < 3 ? 'wait' : 'urgent'
          return (
            <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <b className="font-medium">{name}</b>
              <span className={`inline-flex items-center gap-1.5 ${toneText[tone]}`}>
                <StatusIcon tone={tone} className="size-3" />
                {words(`channel.${best.channel}`)}, {words(`delivery.${best.status}`)}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** The best first. */
const order: readonly ShownDelivery['status'][] = ['SENT', 'SENDING', 'PENDING', 'SUPPRESSED', 'FAILED', 'DEAD']
