import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toneOf } from '@/components/tickets/ticket-tone'
import { topicPath } from '@/components/tickets/topic-path'
import { AppLink } from '@/components/ui/app-link'
import { Chip, Tag } from '@/components/ui/chip'
import { BackIcon } from '@/components/ui/icons'
import { StampedNumber } from '@/components/ui/stamped-number'
import { isLocale, languageNames } from '@/lib/i18n'
import type { StaffTicket } from '@/lib/tickets/schema'
import { isUrgentNow } from './desk-tone'

type TicketHeadProps = { ticket: StaffTicket; back: string; actions: ReactNode }

/** What a ticket is: number, partner, topic, language; its subject; its chips; what can be done with it. */
export function TicketHead({ ticket, back, actions }: TicketHeadProps) {
  const t = useTranslations('desk')
  const ui = useTranslations('ui')
  const { assignee, claim, locale, number, partner, state, topic } = ticket
  return (
    <header className="grid gap-1.5 px-5 pt-3.5 pb-3">
      <AppLink
        href={back}
        data-desk-back=""
        className="-ml-1 inline-flex min-h-control items-center gap-1 justify-self-start text-13 text-ink-2 no-underline hover:text-ink lg:hidden"
      >
        <BackIcon className="size-4" />
        {t('title')}
      </AppLink>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-ink-2">
        <StampedNumber copy={{ label: ui('copy', { what: number }), done: ui('copied') }}>{number}</StampedNumber>
        <span>
          {partner.name} · {topicPath(topic)} · {isLocale(locale) ? languageNames[locale] : locale}
        </span>
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 id="ticket" tabIndex={-1} lang={locale} className="min-w-0 text-20">
          {ticket.subject}
        </h1>
        <div className="flex flex-wrap gap-2">{actions}</div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={toneOf(state, ticket.completedReason)}>{t(`chip.${state}`)}</Chip>
        {isUrgentNow(claim?.state ?? null) ? <Chip tone="urgent">{t('chip.urgent')}</Chip> : null}
        {ticket.priority === 'normal' ? null : <Tag>{t(`priority.${ticket.priority}`)}</Tag>}
        {ticket.general ? <Tag brand>{t('row.general', { count: ticket.general.open })}</Tag> : null}
        <Tag brand={assignee !== null}>
          {assignee
            ? assignee.mine
              ? t('ticket.withYou')
              : t('ticket.with', { name: assignee.name })
            : t('ticket.unassigned')}
        </Tag>
      </div>
    </header>
  )
}
