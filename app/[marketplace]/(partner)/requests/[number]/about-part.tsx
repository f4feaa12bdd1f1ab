import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Legend } from '@/components/tickets/legend'
import { TicketHistory } from '@/components/tickets/ticket-history'
import { TextLink } from '@/components/ui/button'
import { Card, Facts } from '@/components/ui/card'
import { StarsGiven } from '@/components/ui/stars'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { PartnerTicket, Person } from '@/lib/tickets/schema'
import { FollowPart } from './follow-part'

type AboutPartProps = {
  ticket: PartnerTicket
  slug: string
  hidden: Record<string, string>
  formats: Formats
  otherZone: string
}

/** Beside the conversation: what the request is about, its rating, who is told, and what happened when (003-19). */
export async function AboutPart({ ticket, slug, hidden, formats, otherZone }: AboutPartProps) {
  const t = await getTranslations('requests')
  const { topic, rating } = ticket
  const told = new Set(ticket.claim?.line.map(({ id }) => id))
  const name = (person: Person) => (person.mine ? t('about.you', { name: person.name }) : person.name)
  return (
    <aside aria-label={t('about.label')} className="grid content-start gap-6 print:mt-8">
      <Card title={t('about.label')}>
        <Facts
          facts={[
            { name: t('about.status'), value: t(`state.${ticket.state}`) },
            { name: t('about.category'), value: topic.categoryName },
            { name: t('about.topic'), value: topic.name },
            { name: t('about.opened'), value: <Time at={ticket.createdAt} formats={formats} as="exact" /> },
            { name: t('about.by'), value: name(ticket.openedBy) },
          ]}
        />
        <Linked ticket={ticket} slug={slug} />
      </Card>
      {rating ? (
        <Card title={t('rated.title')}>
          <div className="grid gap-2 text-14">
            <StarsGiven count={rating.stars} label={t('row.stars', { stars: rating.stars })} />
            {rating.comment ? <p className="whitespace-pre-wrap break-words">{rating.comment}</p> : null}
            <p className="text-13 text-ink-2">
              {name(rating.by)} · <Time at={rating.at} formats={formats} />
            </p>
          </div>
        </Card>
      ) : null}
      <div className="print:hidden">
        <FollowPart ticket={ticket} hidden={hidden} nameOf={name} />
      </div>
      <Card title={t('history')}>
        <TicketHistory
          steps={ticket.history.filter(({ id }) => !told.has(id))}
          formats={formats}
          otherZone={otherZone}
        />
      </Card>
      <Legend />
    </aside>
  )
}

/** The request before this one, and those that go on from it. */
async function Linked({ ticket, slug }: { ticket: PartnerTicket; slug: string }) {
  const t = await getTranslations('requests.linked')
  const { followsNumber, followUps } = ticket
  if (!followsNumber && followUps.length === 0) return null
  const link = (number: string) => (chunks: ReactNode) => (
    <TextLink href={`/${slug}/requests/${number}`}>{chunks}</TextLink>
  )
  return (
    <ul className="mt-3 grid gap-1 border-hairline border-t pt-3 text-14">
      {followsNumber ? <li>{t.rich('follows', { number: followsNumber, link: link(followsNumber) })}</li> : null}
      {followUps.map(({ number, subject }) => (
        <li key={number}>{t.rich('followed', { number, subject, link: link(number) })}</li>
      ))}
    </ul>
  )
}
