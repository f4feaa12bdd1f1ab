import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { toneOfEscalation } from '@/components/escalation/escalation-tone'
import { PageForm } from '@/components/escalation/page-form'
import { PageSample } from '@/components/escalation/page-sample'
import { shownFor } from '@/components/escalation/shown-for'
import { DryRunSteps } from '@/components/policies/dry-run'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { StampedNumber } from '@/components/ui/stamped-number'
import { pagePreview } from '@/lib/escalation'
import { SEVERITIES } from '@/lib/escalation/schema'
import { formatsFor } from '@/lib/i18n'
import { ticketForStaff } from '@/lib/tickets'
import { pageContext } from '@/lib/web'
import { pageOnCallAction } from '../../../oncall/actions'

type PageProps = { params: Promise<{ marketplace: string; number: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('oncall.page'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** A8: before somebody is woken: who it is, what time it is there, what they will read, and who comes after them. */
export default async function Escalate({ params }: PageProps) {
  const { marketplace: slug, number } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/desk/${number}/escalate`)
  const ticket = await ticketForStaff(actor, number, viewer.locale)
  const preview = ticket && (await pagePreview(actor, ticket.id))
  if (!ticket || !preview) notFound()
  const t = await getTranslations('oncall.page')
  const words = await getTranslations('escalation')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const { open, runs, sample } = preview
  const desk = `/${slug}/desk/${ticket.number}`
  return (
    <div className="group mx-auto w-full max-w-page p-5">
      <PageHead
        back={{ href: desk, label: t('back', { number: ticket.number }) }}
        title={t('title')}
        below={
          <>
            <StampedNumber>{ticket.number}</StampedNumber>
            <span>{preview.partner}</span>
            <span lang={ticket.locale}>{ticket.subject}</span>
          </>
        }
      />
      {open ? (
        <div className="pb-5">
          <Banner
            tone={toneOfEscalation(open.state)}
            title={t('openTitle')}
            action={
              <ButtonLink href={`/${slug}/oncall/escalation/${open.id}`} look="primary">
                {t('openLink')}
              </ButtonLink>
            }
          >
            <p>
              {words(`state.${open.state}`)} · {words(`severity.${open.severity}`)}
              {open.owner ? ` · ${t('owner', { name: open.owner })}` : null}
            </p>
            <p className="mt-1">{t('openText')}</p>
          </Banner>
        </div>
      ) : null}
      {ticket.state === 'completed' ? (
        <Banner tone="closed">{t('closed')}</Banner>
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <PageForm
            action={pageOnCallAction}
            hidden={{ marketplace: slug, membershipId: actor.membershipId, ticketId: ticket.id }}
            preview={preview}
            cancel={desk}
            formats={formats}
          />
          <div className="grid gap-5">
            {sample ? <PageSample sample={sample} /> : null}
            {SEVERITIES.map((severity) => {
              const run = runs[severity]
              return run ? (
                <div key={severity} className={shownFor[severity]}>
                  <Card title={t('ladder')}>
                    <DryRunSteps run={run} formats={formats} />
                  </Card>
                </div>
              ) : null
            })}
          </div>
        </div>
      )}
    </div>
  )
}
