import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PartnerClaim } from '@/components/tickets/partner-claim'
import { PartnerCourt } from '@/components/tickets/partner-court'
import { Thread } from '@/components/tickets/thread'
import { TicketHistory } from '@/components/tickets/ticket-history'
import { toneOf } from '@/components/tickets/ticket-tone'
import { topicPath } from '@/components/tickets/topic-path'
import { ButtonLink } from '@/components/ui/button'
import { Card, Facts } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { StampedNumber } from '@/components/ui/stamped-number'
import { Time } from '@/components/ui/time'
import { formatsFor } from '@/lib/i18n'
import { ticketForPartner } from '@/lib/tickets'
import { pageContext } from '@/lib/web'
import { CompletePart } from './complete-part'
import { ReplyPart } from './reply-part'

type PageProps = { params: Promise<{ marketplace: string; number: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace: slug, number } = await params
  const { marketplace } = await pageContext(slug, 'partner')
  return { title: (await getTranslations('frame'))('title', { page: number, marketplace: marketplace.name }) }
}

/** P6: one request: whose turn it is, everything that was said and done, and what the partner may do now. */
export default async function Request({ params }: PageProps) {
  const { marketplace: slug, number } = await params
  const { actor, marketplace, viewer } = await pageContext(slug, 'partner', `/${slug}/requests/${number}`)
  const ticket = await ticketForPartner(actor, number, viewer.locale)
  if (!ticket) notFound()
  const t = await getTranslations('requests')
  const ui = await getTranslations('ui')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const told = new Set(ticket.claim?.line.map(({ id }) => id))
  const history = ticket.history.filter(({ id }) => !told.has(id))
  const answered = ticket.state === 'answered'
  const hidden = { marketplace: slug, membershipId: actor.membershipId, ticketId: ticket.id }
  return (
    <>
      <PageHead
        back={{ href: `/${slug}/requests`, label: t('title') }}
        above={
          <>
            <StampedNumber copy={{ label: ui('copy', { what: ticket.number }), done: ui('copied') }}>
              {ticket.number}
            </StampedNumber>
            <span>{topicPath(ticket.topic)}</span>
          </>
        }
        title={<span lang={ticket.locale}>{ticket.subject}</span>}
        below={<Chip tone={toneOf(ticket.state, ticket.completedReason)}>{t(`state.${ticket.state}`)}</Chip>}
      />
      <div className="overflow-hidden rounded-card">
        <PartnerCourt ticket={ticket} formats={formats} />
      </div>
      <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-8">
          {ticket.claim ? <PartnerClaim claim={ticket.claim} formats={formats} /> : null}
          <section aria-label={t('thread')}>
            <Thread
              messages={ticket.thread}
              reader="partner"
              slug={slug}
              formats={formats}
              otherZone={marketplace.timeZone}
            />
          </section>
          <div className="grid gap-5">
            {ticket.allowed.cancel && answered ? <CompletePart ticket={ticket} hidden={hidden} /> : null}
            {ticket.allowed.reply ? <ReplyPart actor={actor} ticket={ticket} slug={slug} hidden={hidden} /> : null}
            {ticket.allowed.cancel && !answered ? <CompletePart ticket={ticket} hidden={hidden} /> : null}
          </div>
          {ticket.allowed.followUp ? (
            <Card title={t('completed.title')}>
              <p className="mb-3 text-ink-2">{t('completed.text')}</p>
              <ButtonLink href={`/${slug}/new?topic=${ticket.topic.id}`}>{t('completed.followUp')}</ButtonLink>
            </Card>
          ) : null}
        </div>
        <aside aria-label={t('about.label')} className="grid content-start gap-6">
          <Card title={t('about.label')}>
            <Facts
              facts={[
                { name: t('about.status'), value: t(`state.${ticket.state}`) },
                { name: t('about.topic'), value: topicPath(ticket.topic) },
                { name: t('about.opened'), value: <Time at={ticket.createdAt} formats={formats} as="exact" /> },
                {
                  name: t('about.by'),
                  value: ticket.openedBy.mine ? t('about.you', { name: ticket.openedBy.name }) : ticket.openedBy.name,
                },
              ]}
            />
          </Card>
          <Card title={t('history')}>
            <TicketHistory steps={history} formats={formats} otherZone={marketplace.timeZone} />
          </Card>
        </aside>
      </div>
    </>
  )
}
