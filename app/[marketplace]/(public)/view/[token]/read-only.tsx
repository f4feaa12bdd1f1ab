import { getTranslations } from 'next-intl/server'
import { ViewFrame } from '@/components/frame/view-frame'
import { PartnerCourt } from '@/components/tickets/partner-court'
import { ReadOnlyThread } from '@/components/tickets/read-only-thread'
import { TicketHistory } from '@/components/tickets/ticket-history'
import { toneOf } from '@/components/tickets/ticket-tone'
import { topicPath } from '@/components/tickets/topic-path'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { StampedNumber } from '@/components/ui/stamped-number'
import { formatsFor } from '@/lib/i18n'
import type { PartnerTicket } from '@/lib/tickets/schema'
import type { Viewer } from '@/lib/web'

type ReadOnlyProps = {
  ticket: PartnerTicket
  marketplace: { name: string; slug: string; timeZone: string }
  viewer: Viewer
}

/** The request with everything that was said, and one way on: to sign in. */
export async function ReadOnly({ ticket, marketplace, viewer }: ReadOnlyProps) {
  const t = await getTranslations('view')
  const words = await getTranslations('requests')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  // Keys of a list travel to the browser: here they tell no ids.
  const history = ticket.history.map((step, place) => ({ ...step, id: String(place) }))
  const next = encodeURIComponent(`/${marketplace.slug}/requests/${ticket.number}`)
  const signIn = (look: 'primary' | 'secondary') => (
    <ButtonLink look={look} href={`/${marketplace.slug}/sign-in?next=${next}`}>
      {t('signIn')}
    </ButtonLink>
  )
  return (
    <ViewFrame marketplace={marketplace} action={signIn('secondary')}>
      <PageHead
        above={
          <>
            <StampedNumber>{ticket.number}</StampedNumber>
            <span>{topicPath(ticket.topic)}</span>
          </>
        }
        title={<span lang={ticket.locale}>{ticket.subject}</span>}
        below={<Chip tone={toneOf(ticket.state, ticket.completedReason)}>{words(`state.${ticket.state}`)}</Chip>}
      />
      <div className="grid gap-4">
        <div className="overflow-hidden rounded-card">
          <PartnerCourt ticket={ticket} formats={formats} />
        </div>
        <Banner>{t('note')}</Banner>
      </div>
      <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-8">
          <section aria-label={t('thread')}>
            <ReadOnlyThread messages={ticket.thread} formats={formats} otherZone={marketplace.timeZone} />
          </section>
          <p>{signIn('primary')}</p>
        </div>
        <aside aria-label={t('history')}>
          <Card title={t('history')}>
            <TicketHistory steps={history} formats={formats} otherZone={marketplace.timeZone} />
          </Card>
        </aside>
      </div>
    </ViewFrame>
  )
}
