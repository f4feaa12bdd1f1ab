import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Chip } from '@/components/ui/chip'
import { classes } from '@/components/ui/classes'
import { StampedNumber } from '@/components/ui/stamped-number'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import type { QueueItem } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import { toneOfEscalation } from './escalation-tone'
import { NextMove } from './next-move'
import { SourceTag } from './source-tag'

type QueueItemsProps = { items: readonly QueueItem[]; hrefOf: (id: string) => string; formats: Formats; now: Date }

/** The on-call queue: open escalations, most urgent first, with their owner and what happens next. Server only. */
export function QueueItems({ items, hrefOf, formats, now }: QueueItemsProps) {
  const t = useTranslations('oncall.queue')
  return (
    <ol aria-label={t('title')} className="grid gap-3">
      {items.map((item) => (
        <li key={item.id}>
          <Item item={item} href={hrefOf(item.id)} formats={formats} now={now} />
        </li>
      ))}
    </ol>
  )
}

function Item({ item, href, formats, now }: { item: QueueItem; href: string; formats: Formats; now: Date }) {
  const t = useTranslations('oncall.queue')
  const words = useTranslations('escalation')
  const who = item.mine ? t('mine') : item.owner ? t('owner', { name: item.owner.name }) : t('nobody')
  return (
    <AppLink
      href={href}
      className={classes(
        'relative grid gap-x-6 gap-y-2 overflow-hidden rounded-card border bg-surface p-4 pl-5 no-underline hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_max-content]',
        'before:absolute before:inset-y-0 before:left-0 before:w-1',
        item.owner ? 'border-hairline' : 'border-status-urgent',
        rails[toneOfEscalation(item.state)],
      )}
    >
      <span className="grid min-w-0 gap-2">
        <span className="flex flex-wrap items-center gap-2">
          <Chip large tone={toneOfEscalation(item.state)}>
            {words(`state.${item.state}`)}
          </Chip>
          <SourceTag source={item.source} direction={item.direction} />
          <span className="text-14 text-ink-2">{words(`severity.${item.severity}`)}</span>
        </span>
        <span className="font-medium text-16">{item.subject}</span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-14 text-ink-2">
          {item.number ? <StampedNumber>{item.number}</StampedNumber> : null}
          {item.partnerName ? <span>{item.partnerName}</span> : null}
          {item.condition ? <span>{words(`condition.${item.condition}`)}</span> : null}
        </span>
      </span>
      <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-14 sm:grid sm:max-w-72 sm:content-start sm:justify-items-end sm:text-right">
        <b className={classes('font-medium', item.owner ? 'text-ink' : 'text-status-urgent')}>{who}</b>
        <span className="text-ink-2">
          {t.rich('since', {
            when: () => <Time plain at={item.openedAt} formats={formats} as="short" now={now} />,
          })}
        </span>
        {item.deadlineAt && !item.owner ? (
          <span className={item.deadlineAt <= now ? 'text-status-urgent' : 'text-ink-2'}>
            {t.rich('deadline', {
              when: () => <Time plain at={item.deadlineAt as Date} formats={formats} as="short" now={now} />,
            })}
          </span>
        ) : null}
        {item.next ? (
          <span className="text-status-wait">
            <NextMove next={item.next} formats={formats} now={now} plain />
          </span>
        ) : null}
      </span>
    </AppLink>
  )
}

const rails: Partial<Record<Tone, string>> = {
  urgent: 'before:bg-status-urgent',
  wait: 'before:bg-status-wait',
  open: 'before:bg-status-open',
}
