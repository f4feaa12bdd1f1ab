import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CallForm } from '@/components/calls/call-form'
import { ContactList } from '@/components/integration/contact-list'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { StampedNumber } from '@/components/ui/stamped-number'
import { Time } from '@/components/ui/time'
import type { StaffActor } from '@/lib/authz'
import { whoWouldBeCalled } from '@/lib/escalation'
import { DETAIL, type DryRun, TITLE } from '@/lib/escalation/schema'
import { formatsFor } from '@/lib/i18n'
import { askedOf, partnerIntegration, SEVERITIES } from '@/lib/integration'
import { ticketForStaff } from '@/lib/tickets'
import { pageContext } from '@/lib/web'
import { callPartnerAction } from './actions'

type Asked = { partner?: string; ticket?: string }
type PageProps = { params: Promise<{ marketplace: string }>; searchParams: Promise<Asked> }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const read = cache(async (actor: StaffActor, partnerId: unknown) =>
  typeof partnerId === 'string' && uuid.test(partnerId) ? partnerIntegration(actor, { partnerId }) : null,
)

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { actor, marketplace } = await pageContext((await params).marketplace, 'staff')
  const company = await read(actor, (await searchParams).partner)
  if (!company) return {}
  const [t, frame] = await Promise.all([getTranslations('calls.desk'), getTranslations('frame')])
  const page = t('title', { partner: company.partner.name })
  return { title: frame('title', { page, marketplace: marketplace.name }) }
}

/** Calling a partner by hand (000-13): who would be called at which severity, and whether anybody would. */
export default async function CallDesk({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const asked = await searchParams
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/desk`)
  const company = await read(actor, asked.partner)
  if (!company) notFound()
  const { partner, pause, contacts } = company
  const ticket = typeof asked.ticket === 'string' ? await ticketForStaff(actor, asked.ticket, viewer.locale) : null
  const about = ticket?.partner.id === partner.id ? ticket : null
  const t = await getTranslations('calls')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const runs = await Promise.all(
    SEVERITIES.map((severity) => whoWouldBeCalled(actor, { direction: 'OUT', severity, partnerId: partner.id })),
  )
  const channels = await getTranslations('escalation.channel')
  const who = (run: DryRun | null | undefined) => {
    const reached = (run?.steps[0]?.receivers ?? []).filter((one) => one.channels.length > 0)
    if (reached.length === 0) return t('desk.whoNobody')
    return formats.list(
      reached.map(({ person, endpoint, channels: by }) =>
        t('step.person', {
          name: person?.name ?? endpoint ?? '',
          channel: formats.list([...new Set(by.map(({ channel }) => channels(channel)))]),
        }),
      ),
    )
  }
  const hours = new Map(contacts.flatMap(({ membershipId, hours }) => (hours ? [[membershipId, askedOf(hours)]] : [])))
  return (
    <div className="mx-auto grid max-w-3xl gap-5 p-4 md:p-6">
      <PageHead
        back={{ href: about ? `/${slug}/desk/${about.number}` : `/${slug}/desk`, label: t('desk.back') }}
        above={about ? <StampedNumber>{about.number}</StampedNumber> : undefined}
        title={t('desk.title', { partner: partner.name })}
        below={t('desk.lead')}
      />
      {pause?.running ? (
        <Banner tone="wait">
          {t.rich('desk.muted', {
            partner: partner.name,
            when: () => <Time at={pause.untilAt} formats={formats} otherZone={partner.timeZone} />,
          })}
        </Banner>
      ) : null}
      {company.contactMissing ? <Banner tone="wait">{t('desk.noContacts', { partner: partner.name })}</Banner> : null}
      <Card>
        {about ? <p className="pb-4 text-ink-2">{t('desk.ticket', { number: about.number })}</p> : null}
        <CallForm
          action={callPartnerAction}
          hidden={{
            marketplace: slug,
            membershipId: actor.membershipId,
            partnerId: partner.id,
            ...(about && { ticketId: about.id }),
          }}
          severities={SEVERITIES.map((value, place) => ({
            value,
            label: t(`severity.${value}`),
            hint: `${t(`desk.severityHints.${value}`)} ${t('desk.who')}: ${who(runs[place])}`,
          }))}
          limits={{ title: TITLE.most, detail: DETAIL.most }}
          words={{
            severity: t('desk.severity'),
            subject: t('desk.subject'),
            subjectHint: t('desk.subjectHint'),
            detail: t('desk.detail'),
            detailHint: t('desk.detailHint'),
            submit: t('desk.send'),
            working: t('desk.working'),
            done: t('desk.send'),
          }}
        />
      </Card>
      {contacts.length > 0 ? (
        <Card title={t('desk.contactsOf')} flush>
          <ContactList contacts={contacts} asked={hours} formats={formats} />
        </Card>
      ) : null}
    </div>
  )
}
