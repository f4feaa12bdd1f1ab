import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ForgetDraft } from '@/components/form/forget-draft'
import { ReplyPromise } from '@/components/tickets/reply-promise'
import { Banner } from '@/components/ui/banner'
import { ButtonLink, TextLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { StampedNumber } from '@/components/ui/stamped-number'
import { formatsFor } from '@/lib/i18n'
import { cooldownOf, ticketForPartner } from '@/lib/tickets'
import { pageContext } from '@/lib/web'
import { justSent } from './just-sent'

type PageProps = {
  params: Promise<{ marketplace: string }>
  searchParams: Promise<Partial<Record<'number' | 'joined' | 'added', string | string[]>>>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('newRequest.sent'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

const TICKET_NUMBER = /^[A-Z]{2,4}-\d{1,9}$/

/** P5: the number, what is promised, and the way on (002-05, 003-16, 000-03). */
export default async function Sent({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const { number, joined, added } = await searchParams
  const { actor, session, viewer } = await pageContext(slug, 'partner', `/${slug}/requests`)
  const ticket = typeof number === 'string' ? await ticketForPartner(actor, number, viewer.locale) : null
  // A colleague's claim may be hers alone to read: the text arrived there all the same, and its number says where.
  if (!ticket && joined && typeof number === 'string' && TICKET_NUMBER.test(number))
    return <JoinedElsewhere slug={slug} number={number} />
  if (!ticket) notFound()
  const t = await getTranslations('newRequest')
  const ui = await getTranslations('ui')
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  const due = ticket.court.dueAt
  const urgent = ticket.claim !== null
  const here = `/${slug}/requests/${ticket.number}`
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const cooldown = await cooldownOf(actor, ticket.topic.id)
  const followed = ticket.followsNumber ? await ticketForPartner(actor, ticket.followsNumber, viewer.locale) : null
  const places = [`new:${ticket.topic.id}`, ...(followed ? [`follow:${followed.id}`] : [])]
  return (
    <div className="mx-auto max-w-form">
      {justSent(ticket) ? <ForgetDraft draft={places} server={{ slug, membershipId: actor.membershipId }} /> : null}
      <PageHead title={added ? t('sent.addedTitle') : t(joined ? 'sent.appendedTitle' : 'sent.title')} />
      <div className="grid gap-5">
        {joined ? <p>{t('sent.appended')}</p> : null}
        {added ? <p>{t('sent.added')}</p> : null}
        <div className="grid gap-2">
          <StampedNumber size="large" copy={{ label: ui('copy', { what: t('sent.copyWhat') }), done: ui('copied') }}>
            {ticket.number}
          </StampedNumber>
          <p className="text-14 text-ink-2">{t('sent.number')}</p>
        </div>
        {urgent ? <Banner tone="urgent">{t('sent.urgent')}</Banner> : null}
        {due ? <ReplyPromise due={due} formats={formats} /> : null}
        {added ? null : <p>{t.rich('sent.mail', { email: session.email, b })}</p>}
        <div className="flex flex-wrap gap-2">
          <ButtonLink look="primary" href={here}>
            {t(urgent ? 'sent.follow' : 'sent.open')}
          </ButtonLink>
          <ButtonLink href={`/${slug}/new?like=${ticket.number}`}>{t('sent.another')}</ButtonLink>
          {ticket.topic.urgent ? null : (
            <ButtonLink href={`/${slug}/new?topic=${ticket.topic.id}&like=${ticket.number}`}>
              {t('sent.sameTopic', { topic: ticket.topic.name })}
            </ButtonLink>
          )}
        </div>
        <p className="text-14 text-ink-2">
          {t('sent.anotherText')}
          {cooldown ? ` ${t('sent.sameLater', { until: formats.time(cooldown.until) })}` : ''}
        </p>
        <p>
          <TextLink href={`/${slug}/requests?tab=with_us`}>{t('sent.list')}</TextLink>
        </p>
      </div>
    </div>
  )
}

async function JoinedElsewhere({ slug, number }: { slug: string; number: string }) {
  const t = await getTranslations('newRequest')
  const ui = await getTranslations('ui')
  return (
    <div className="mx-auto max-w-form">
      <PageHead title={t('sent.appendedTitle')} />
      <div className="grid gap-5">
        <p>{t('sent.appended')}</p>
        <div className="grid gap-2">
          <StampedNumber size="large" copy={{ label: ui('copy', { what: t('sent.copyWhat') }), done: ui('copied') }}>
            {number}
          </StampedNumber>
          <p className="text-14 text-ink-2">{t('sent.number')}</p>
        </div>
        <p>
          <TextLink href={`/${slug}/requests?tab=with_us`}>{t('sent.list')}</TextLink>
        </p>
      </div>
    </div>
  )
}
