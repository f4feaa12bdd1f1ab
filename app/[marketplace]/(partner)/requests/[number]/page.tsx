import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FilledIn } from '@/components/tickets/filled-in'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { MarkRead } from '@/components/tickets/mark-read'
import { PartnerClaim } from '@/components/tickets/partner-claim'
import { PartnerCourt } from '@/components/tickets/partner-court'
import { Thread } from '@/components/tickets/thread'
import { toneOf } from '@/components/tickets/ticket-tone'
import { topicPath } from '@/components/tickets/topic-path'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { StampedNumber } from '@/components/ui/stamped-number'
import { formatsFor } from '@/lib/i18n'
import { unreadNotices } from '@/lib/notifications'
import { ticketForPartner } from '@/lib/tickets'
import type { PartnerTicket } from '@/lib/tickets/schema'
import { pageContext } from '@/lib/web'
import { markReadAction } from '../actions'
import { AboutPart } from './about-part'
import { AppealPart } from './appeal-part'
import { CompletePart } from './complete-part'
import { CompletedPart } from './completed-part'
import { RatePart } from './rate-part'
import { ReplyPart } from './reply-part'

type PageProps = { params: Promise<{ marketplace: string; number: string }> }

/** While a request is open its page is asked for anew this often, in seconds, as long as somebody looks at it. */
const LOOK_EVERY = 30

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
  const hidden = { marketplace: slug, membershipId: actor.membershipId, ticketId: ticket.id }
  const { allowed } = ticket
  const told = await unreadNotices(actor, { ticketId: ticket.id })
  return (
    <>
      {ticket.unreadSince || told > 0 ? (
        <MarkRead
          action={markReadAction}
          hidden={{ ...hidden, seenAt: ticket.now.toISOString() }}
          since={ticket.unreadSince?.toISOString() ?? `${told}`}
        />
      ) : null}
      {isAwaited(ticket) ? <LiveRefresh seconds={LOOK_EVERY} /> : null}
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
        actions={<PrintButton label={t('print')} />}
      />
      <div className="overflow-hidden rounded-card">
        <PartnerCourt ticket={ticket} formats={formats} />
      </div>
      <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] print:block">
        <div className="grid content-start gap-8">
          {ticket.claim ? (
            <div className="grid gap-4">
              <PartnerClaim claim={ticket.claim} formats={formats} />
              <AppealPart ticket={ticket} hidden={hidden} />
            </div>
          ) : null}
          <FilledIn ticket={ticket} />
          <section aria-label={t('thread')}>
            <Thread
              messages={ticket.thread}
              reader="partner"
              slug={slug}
              formats={formats}
              otherZone={marketplace.timeZone}
              newSince={ticket.unreadSince}
            />
          </section>
          <div className="grid gap-5">
            {allowed.rate ? <RatePart ticket={ticket} hidden={hidden} /> : null}
            {allowed.reply ? <ReplyPart actor={actor} ticket={ticket} slug={slug} hidden={hidden} /> : null}
            {allowed.cancel ? <CompletePart ticket={ticket} hidden={hidden} /> : null}
          </div>
          {ticket.state === 'completed' ? <CompletedPart actor={actor} ticket={ticket} slug={slug} /> : null}
        </div>
        <AboutPart ticket={ticket} slug={slug} hidden={hidden} formats={formats} otherZone={marketplace.timeZone} />
      </div>
    </>
  )
}

/** An urgent claim has a line of its own that looks more often. */
function isAwaited({ state, claim }: PartnerTicket): boolean {
  return state !== 'completed' && claim?.state !== 'claimed' && claim?.state !== 'confirmed'
}
