import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AboutPartner } from '@/components/desk/about-partner'
import { AskedCard } from '@/components/desk/asked-card'
import { ClocksCard } from '@/components/desk/clocks-card'
import { DeskCourt } from '@/components/desk/desk-court'
import { FreshLook } from '@/components/desk/fresh-look'
import { GeneralFault } from '@/components/desk/general-fault'
import { LinksCard, RatingGiven } from '@/components/desk/links-card'
import { MarkRead } from '@/components/desk/mark-read'
import { TicketHead } from '@/components/desk/ticket-head'
import { DeskColumns } from '@/components/frame/desk-columns'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { Thread } from '@/components/tickets/thread'
import { TicketHistory } from '@/components/tickets/ticket-history'
import { Card } from '@/components/ui/card'
import { machineNow } from '@/lib/foundation/clock'
import { formatsFor } from '@/lib/i18n'
import { unreadNotices } from '@/lib/notifications'
import { queue, ticketForStaff } from '@/lib/tickets'
import { PRIORITIES, type StaffTicket } from '@/lib/tickets/schema'
import { pageContext } from '@/lib/web'
import { PartnerPart } from '../../partner-part'
import { type Asked, deskHref, readAsked } from '../asked'
import { QueueColumn } from '../queue-column'
import { readAction } from './actions'
import { AssignPart, HeadActs } from './acts-part'
import { ChangePart, FindingsPart } from './change-part'
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
  const { actor, viewer, session } = await pageContext(slug, 'staff', deskHref(slug, asked, number))
  const [ticket, page] = await Promise.all([
    ticketForStaff(actor, number, viewer.locale),
    queue(actor, { ...asked, search: asked.q, locale: viewer.locale }),
  ])
  if (!ticket) notFound()
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const t = await getTranslations('desk')
  const told = await unreadNotices(actor, { ticketId: ticket.id })
  const hidden = { marketplace: slug, membershipId: actor.membershipId, ticketId: ticket.id }
  const hrefOf = (other: string) => deskHref(slug, asked, other)
  const history = ticket.history.map((step) => {
    const to = step.kind === 'priority_changed' ? PRIORITIES.find((one) => one === step.data.to) : undefined
    return to ? { ...step, data: { ...step.data, personName: t(`priority.${to}`) } } : step
  })
  const beside = (message: StaffTicket['thread'][number]) => {
    if (message.type === 'note') return t('ticket.note')
    if (message.verdict) return `${ticket.partner.name} · ${t(`verdict.${message.verdict}`)}`
    if (message.author.side === 'partner') return ticket.partner.name
    return message.kind === 'ask' || message.kind === 'try_this' ? t(`write.${message.kind}`) : null
  }
  return (
    <DeskColumns
      showing="detail"
      list={<QueueColumn actor={actor} slug={slug} asked={asked} page={page} formats={formats} open={ticket.number} />}
      aside={
        <div className="grid gap-4">
          <AssignPart ticket={ticket} hidden={hidden} />
          <ClocksCard ticket={ticket} formats={formats} why={`/${slug}/desk/${ticket.number}/deadline`} />
          <ChangePart actor={actor} ticket={ticket} hidden={hidden} locale={viewer.locale} />
          <FindingsPart ticket={ticket} hidden={hidden} />
          <LinksCard ticket={ticket} hrefOf={hrefOf} />
          <AboutPartner ticket={ticket} formats={formats} hrefOf={hrefOf} />
          <PartnerPart
            actor={actor}
            slug={slug}
            partnerId={ticket.partner.id}
            number={ticket.number}
            formats={formats}
          />
          <Card title={t('ticket.history')}>
            <TicketHistory steps={history} formats={formats} otherZone={ticket.requester.timeZone} />
          </Card>
        </div>
      }
    >
      <div className="flex min-h-full flex-col">
        <TicketHead
          ticket={ticket}
          back={deskHref(slug, asked)}
          actions={<HeadActs ticket={ticket} hidden={hidden} page={`/${slug}/desk/${ticket.number}/escalate`} />}
        />
        <DeskCourt ticket={ticket} formats={formats} />
        <div className="grid flex-1 content-start gap-6 p-5">
          <ClaimPart actor={actor} ticket={ticket} slug={slug} formats={formats} />
          <GeneralFault ticket={ticket} formats={formats} />
          <AskedCard ticket={ticket} />
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
          <RatingGiven ticket={ticket} formats={formats} />
        </div>
        <WritePart actor={actor} ticket={ticket} slug={slug} hidden={hidden} name={session.name} formats={formats} />
      </div>
      {ticket.unread || told > 0 ? (
        <MarkRead
          action={readAction}
          hidden={{ ...hidden, seenAt: ticket.now.toISOString() }}
          version={ticket.version}
        />
      ) : null}
      <FreshLook drawn={machineNow().getTime()} />
      <LiveRefresh seconds={LOOK_EVERY} />
    </DeskColumns>
  )
}
