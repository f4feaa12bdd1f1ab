import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AboutPartner } from '@/components/desk/about-partner'
import { DeskCourt } from '@/components/desk/desk-court'
import { TicketHead } from '@/components/desk/ticket-head'
import { DeskColumns } from '@/components/frame/desk-columns'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { Thread } from '@/components/tickets/thread'
import { TicketHistory } from '@/components/tickets/ticket-history'
import { Card } from '@/components/ui/card'
import { formatsFor } from '@/lib/i18n'
import { queue, ticketForStaff } from '@/lib/tickets'
import type { StaffTicket } from '@/lib/tickets/schema'
import { pageContext } from '@/lib/web'
import { type Asked, deskHref, readAsked } from '../asked'
import { QueueColumn } from '../queue-column'
import { AssignPart, HeadActs } from './acts-part'
import { ClaimPart } from './claim-part'
import { WritePart } from './write-part'

type PageProps = { params: Promise<{ marketplace: string; number: string }>; searchParams: Promise<Asked> }

/** Looked at again this often, in seconds: what comes in is shown before an agent answers past it. */
const LOOK_EVERY = 20

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace: slug, number } = await params
  const { marketplace } = await pageContext(slug, 'staff')
  return { title: (await getTranslations('frame'))('title', { page: number, marketplace: marketplace.name }) }
}

/** A2: one ticket beside the queue it was opened from: everything said, what can be done, and who asks. */
export default async function DeskTicket({ params, searchParams }: PageProps) {
  const { marketplace: slug, number } = await params
  const asked = readAsked(await searchParams)
  const { actor, viewer } = await pageContext(slug, 'staff', deskHref(slug, asked, number))
  const ticket = await ticketForStaff(actor, number, viewer.locale)
  if (!ticket) notFound()
  const page = await queue(actor, { ...asked, locale: viewer.locale })
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const t = await getTranslations('desk')
  const hidden = { marketplace: slug, membershipId: actor.membershipId, ticketId: ticket.id }
  const beside = (message: StaffTicket['thread'][number]) => {
    if (message.type === 'note') return t('ticket.note')
    return message.author.side === 'partner' ? ticket.partner.name : null
  }
  return (
    <DeskColumns
      showing="detail"
      list={<QueueColumn actor={actor} slug={slug} asked={asked} page={page} formats={formats} open={ticket.number} />}
      aside={
        <div className="grid gap-4">
          <AssignPart ticket={ticket} hidden={hidden} />
          <AboutPartner ticket={ticket} formats={formats} hrefOf={(other) => deskHref(slug, asked, other)} />
          <Card title={t('ticket.history')}>
            <TicketHistory steps={ticket.history} formats={formats} otherZone={ticket.requester.timeZone} />
          </Card>
        </div>
      }
    >
      <div className="flex min-h-full flex-col">
        <TicketHead
          ticket={ticket}
          back={deskHref(slug, asked)}
          actions={<HeadActs ticket={ticket} hidden={hidden} />}
        />
        <DeskCourt ticket={ticket} formats={formats} />
        <div className="grid flex-1 content-start gap-6 p-5">
          <ClaimPart actor={actor} ticket={ticket} slug={slug} formats={formats} />
          <section aria-label={t('ticket.thread')}>
            <Thread
              messages={ticket.thread}
              reader="staff"
              slug={slug}
              formats={formats}
              otherZone={ticket.requester.timeZone}
              aboutOf={beside}
            />
          </section>
        </div>
        <div className="border-hairline border-t bg-canvas p-5">
          <WritePart actor={actor} ticket={ticket} slug={slug} hidden={hidden} formats={formats} />
        </div>
      </div>
      <LiveRefresh seconds={LOOK_EVERY} />
    </DeskColumns>
  )
}
