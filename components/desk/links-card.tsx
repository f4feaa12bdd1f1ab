import { useTranslations } from 'next-intl'
import { toneOf } from '@/components/tickets/ticket-tone'
import { TextLink } from '@/components/ui/button'
import { Card, Facts } from '@/components/ui/card'
import { StarsGiven } from '@/components/ui/stars'
import { StatusIcon } from '@/components/ui/status-icon'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { StaffTicket } from '@/lib/tickets/schema'

type LinksCardProps = { ticket: StaffTicket; formats: Formats; hrefOf: (number: string) => string }

/** What hangs together with it: the request it follows, those that follow it, and who of the company is told of it. */
export function LinksCard({ ticket, hrefOf }: Omit<LinksCardProps, 'formats'>) {
  const t = useTranslations('desk.links')
  const chip = useTranslations('desk.chip')
  const { followsNumber, followUps, followers } = ticket
  if (!followsNumber && followUps.length === 0 && followers.length === 0) return null
  const facts = [
    ...(followsNumber
      ? [{ name: t('follows'), value: <TextLink href={hrefOf(followsNumber)}>{followsNumber}</TextLink> }]
      : []),
    ...followUps.map(({ number, subject, state }) => ({
      name: t('followUp'),
      value: (
        <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
          <StatusIcon tone={toneOf(state)} />
          <span className="sr-only">{chip(state)}</span>
          <TextLink href={hrefOf(number)}>{number}</TextLink> {subject}
        </span>
      ),
    })),
    ...(followers.length > 0 ? [{ name: t('followers'), value: followers.map(({ name }) => name).join(', ') }] : []),
  ]
  return (
    <Card title={t('title')}>
      <Facts facts={facts} />
    </Card>
  )
}

/** What the partner thought of it (003-23), after the last word of the thread. */
export function RatingGiven({ ticket: { rating, locale }, formats }: Omit<LinksCardProps, 'hrefOf'>) {
  const t = useTranslations('desk.rating')
  if (!rating) return null
  return (
    <section aria-label={t('title')} className="grid max-w-prose gap-1 rounded-card border border-hairline p-3.5">
      <p className="flex flex-wrap items-center gap-2">
        <b className="font-strong">{rating.by.name}</b>
        <StarsGiven count={rating.stars} label={t('stars', { count: rating.stars })} />
        <span className="text-13 text-ink-2">
          <Time at={rating.at} formats={formats} />
        </span>
      </p>
      {rating.comment ? (
        <p lang={locale} className="whitespace-pre-wrap break-words">
          {rating.comment}
        </p>
      ) : null}
    </section>
  )
}
