import { useTranslations } from 'next-intl'
import { StatusIcon } from '@/components/ui/status-icon'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import { toneText } from '@/components/ui/tone-classes'
import type { ShownDelivery } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'

const tones: Record<ShownDelivery['status'], Tone> = {
  PENDING: 'wait',
  SENDING: 'open',
  SENT: 'done',
  FAILED: 'urgent',
  DEAD: 'urgent',
  SUPPRESSED: 'closed',
}

type DeliveryListProps = { deliveries: readonly ShownDelivery[]; formats: Formats }

/** More than these are folded under one line that counts them, unless one did not arrive. */
const AT_A_GLANCE = 3

/** Who was tried on which channel, whether it arrived, when, and every attempt with what the other side said. */
export function DeliveryList({ deliveries, formats }: DeliveryListProps) {
  const t = useTranslations('oncall')
  const words = useTranslations('escalation.delivery')
  const list = (
    <ul aria-label={t('escalation.sent')} className="mt-1.5 grid gap-2">
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="rounded-card border border-hairline px-3 py-2">
          <Delivery delivery={delivery} formats={formats} />
        </li>
      ))}
    </ul>
  )
  if (deliveries.length <= AT_A_GLANCE) return list
  const statuses = [...new Set(deliveries.map(({ status }) => status))]
  const fates = statuses.map((status) => {
    const count = deliveries.filter((delivery) => delivery.status === status).length
    return t('delivery.fate', { fate: words(status), count })
  })
  return (
    <details open={statuses.includes('FAILED') || statuses.includes('DEAD')}>
      <summary className="inline-flex min-h-control items-center underline underline-offset-3">
        {t('delivery.many', { count: deliveries.length, fates: formats.list(fates) })}
      </summary>
      {list}
    </details>
  )
}

function Delivery({ delivery, formats }: { delivery: ShownDelivery; formats: Formats }) {
  const t = useTranslations('oncall.delivery')
  const words = useTranslations('escalation')
  const { address, attempts, bundleId, channel, endpoint, notBefore, recipient, settledAt, status } = delivery
  const tone = tones[status]
  const at = settledAt ?? notBefore
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-ink">
          {t('to', { name: recipient?.name ?? endpoint ?? t('somebody'), channel: words(`channel.${channel}`) })}
        </span>
        <span className={`inline-flex items-baseline gap-1.5 font-medium ${toneText[tone]}`}>
          <StatusIcon tone={tone} className="size-3 self-center" />
          {words(`delivery.${status}`)}
          {at ? <Time at={at} formats={formats} as="time" /> : null}
        </span>
      </p>
      <p className="break-all">{address}</p>
      {bundleId ? <p>{t('bundled')}</p> : null}
      {attempts.length > 1 || status !== 'SENT' ? <Attempts attempts={attempts} formats={formats} /> : null}
    </>
  )
}

type AttemptsProps = { attempts: ShownDelivery['attempts']; formats: Formats }

function Attempts({ attempts, formats }: AttemptsProps) {
  const t = useTranslations('oncall.delivery')
  const words = useTranslations('escalation')
  if (attempts.length === 0) return <p>{t('none')}</p>
  return (
    <details>
      <summary className="inline-flex min-h-control items-center underline underline-offset-3">
        {t('attempts', { count: attempts.length })}
      </summary>
      <ol className="grid gap-1 pb-1">
        {attempts.map(({ attempt, detail, outcome, startedAt }) => (
          <li key={attempt}>
            {t.rich('attempt', {
              number: attempt,
              when: () => <Time at={startedAt} formats={formats} as="exact" />,
              outcome: outcome ? words(`attempt.${outcome}`) : t('running'),
            })}
            {detail ? (
              <span lang="en" className="block break-words font-mono text-12">
                {detail}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  )
}
