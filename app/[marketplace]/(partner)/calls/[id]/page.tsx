import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CallCourt } from '@/components/calls/call-court'
import { CallStory } from '@/components/calls/call-story'
import { callTone } from '@/components/calls/call-tone'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { TextLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { Time } from '@/components/ui/time'
import type { PartnerActor } from '@/lib/authz'
import { callPage } from '@/lib/escalation'
import { formatsFor } from '@/lib/i18n'
import { pageContext } from '@/lib/web'
import { ActsPart } from './acts-part'

type PageProps = { params: Promise<{ marketplace: string; id: string }> }

/** Looked at again this often, in seconds, while the call is open. */
const LOOK_EVERY = 10

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const read = cache(async (actor: PartnerActor, id: string) => (uuid.test(id) ? callPage(actor, id) : null))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace: slug, id } = await params
  const { actor, marketplace } = await pageContext(slug, 'partner', `/${slug}/calls/${id}`)
  const call = await read(actor, id)
  if (!call) return {}
  return { title: (await getTranslations('frame'))('title', { page: call.title, marketplace: marketplace.name }) }
}

/** One call (000-15, 000-16): what failed, until when an answer is expected, who was called, and answering it. */
export default async function Call({ params }: PageProps) {
  const { marketplace: slug, id } = await params
  const { actor, marketplace, viewer } = await pageContext(slug, 'partner', `/${slug}/calls/${id}`)
  const call = await read(actor, id)
  if (!call) notFound()
  const t = await getTranslations('calls')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const hidden = { marketplace: slug, membershipId: actor.membershipId, escalationId: call.id }
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <div>
        <PageHead
          back={{ href: `/${slug}/calls`, label: t('page.back') }}
          above={
            <>
              <Chip large tone={callTone[call.state]}>
                {t(`state.${call.state}`)}
              </Chip>
              <span>{t(`severity.${call.severity}`)}</span>
            </>
          }
          title={call.title}
          below={
            <span>
              {t.rich('page.since', { when: () => <Time at={call.openedAt} formats={formats} /> })}
              {call.number ? (
                <>
                  {' · '}
                  <TextLink href={`/${slug}/requests/${call.number}`}>
                    {t('page.request', { number: call.number })}
                  </TextLink>
                </>
              ) : null}
            </span>
          }
        />
        <CallCourt call={call} formats={formats} />
      </div>
      <ActsPart call={call} hidden={hidden} marketplace={marketplace.name} />
      <Card title={t('page.what')}>
        <p className="max-w-prose whitespace-pre-wrap break-words">{call.detail ?? t('page.noDetail')}</p>
      </Card>
      <Card title={t('page.history')}>
        <div role="log" aria-live="polite">
          <CallStory steps={call.steps} marketplace={marketplace.name} formats={formats} />
        </div>
      </Card>
      {call.closedAt ? null : (
        <>
          <p className="text-13 text-ink-2">{t('page.live')}</p>
          <LiveRefresh seconds={LOOK_EVERY} />
        </>
      )}
    </div>
  )
}
