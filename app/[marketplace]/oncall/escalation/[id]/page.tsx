import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ClaimSaid } from '@/components/escalation/claim-said'
import { ContactsTried } from '@/components/escalation/contacts-tried'
import { EscalationHead } from '@/components/escalation/escalation-head'
import { NoteForm } from '@/components/escalation/note-form'
import { Timeline } from '@/components/escalation/timeline'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { StaffActor } from '@/lib/authz'
import { escalationPage } from '@/lib/escalation'
import { formatsFor } from '@/lib/i18n'
import { pageContext } from '@/lib/web'
import { PartnerPart } from '../../../partner-part'
import { noteAction } from '../../actions'
import { ActsPart } from './acts-part'

type PageProps = { params: Promise<{ marketplace: string; id: string }> }

/** Looked at again this often, in seconds, while it is open. */
const LOOK_EVERY = 10

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const read = cache(async (actor: StaffActor, id: string) => (uuid.test(id) ? escalationPage(actor, id) : null))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace: slug, id } = await params
  const { actor, marketplace } = await pageContext(slug, 'staff', `/${slug}/oncall/escalation/${id}`)
  const page = await read(actor, id)
  if (!page) return {}
  return {
    title: (await getTranslations('frame'))('title', {
      page: page.ticket?.number ?? page.title,
      marketplace: marketplace.name,
    }),
  }
}

/** O3: one escalation: how it stands, what can be done, what was said and known, and everything that happened. */
export default async function Escalation({ params }: PageProps) {
  const { marketplace: slug, id } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/escalation/${id}`)
  const page = await read(actor, id)
  if (!page) notFound()
  const t = await getTranslations('oncall')
  const calls = await getTranslations('calls.desk.message')
  const called = page.direction === 'OUT' ? (page.partner?.name ?? '') : null
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const hidden = { marketplace: slug, membershipId: actor.membershipId, escalationId: page.id }
  const mine = page.owner?.membershipId === actor.membershipId && page.state === 'ACKED'
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]">
      <div className="grid gap-6">
        <EscalationHead page={page} back={`/${slug}/oncall`} mine={mine} formats={formats} />
        <ActsPart page={page} mine={mine} hidden={hidden} formats={formats} />
      </div>
      {/* Beside the story on a desk; on a phone what was said comes right after what can be done. */}
      <div className="grid gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <ClaimSaid page={page} formats={formats} />
        {page.direction === 'OUT' ? <ContactsTried page={page} /> : null}
        {page.ticket ? (
          <ButtonLink href={`/${slug}/desk/${page.ticket.number}`}>
            {t('escalation.ticket', { number: page.ticket.number })}
          </ButtonLink>
        ) : null}
        {page.partner ? (
          <PartnerPart
            actor={actor}
            slug={slug}
            partnerId={page.partner.id}
            number={page.ticket?.number}
            formats={formats}
          />
        ) : null}
      </div>
      <div className="grid gap-6">
        <Card title={t('escalation.timeline')}>
          <div role="log" aria-live="polite">
            <Timeline
              entries={page.timeline}
              shared={called !== null}
              formats={formats}
              otherZone={page.partner?.timeZone}
            />
          </div>
        </Card>
        {page.allowed.note ? (
          <NoteForm
            action={noteAction}
            hidden={hidden}
            draft={`escalation:${page.id}`}
            // What is written on a call its partner reads.
            plain={called !== null}
            words={{
              label: called ? calls('label', { partner: called }) : t('note.label'),
              hint: called ? calls('hint') : t('note.hint'),
              send: called ? calls('send') : t('note.send'),
              working: t('act.working'),
              lost: t('act.lost'),
            }}
          />
        ) : null}
      </div>
      {page.closedAt ? null : (
        <>
          <p className="text-13 text-ink-3">{t('escalation.live')}</p>
          <LiveRefresh seconds={LOOK_EVERY} />
        </>
      )}
    </div>
  )
}
