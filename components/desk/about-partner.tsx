import { useTranslations } from 'next-intl'
import { toneOf } from '@/components/tickets/ticket-tone'
import { AppLink } from '@/components/ui/app-link'
import { Card, Facts } from '@/components/ui/card'
import { StampedNumber } from '@/components/ui/stamped-number'
import { StatusIcon } from '@/components/ui/status-icon'
import { Time } from '@/components/ui/time'
import { toneText } from '@/components/ui/tone-classes'
import { type Formats, formatsFor, isLocale, languageNames, zoneCity } from '@/lib/i18n'
import type { RecentTicket, StaffTicket } from '@/lib/tickets/schema'

type AboutProps = { ticket: StaffTicket; formats: Formats; hrefOf: (number: string) => string }

/** Beside the conversation: who asks, what time it is there, the company, and what it asked before. Server only. */
export function AboutPartner({ ticket, formats, hrefOf }: AboutProps) {
  const t = useTranslations('desk')
  const { partner, requester, now } = ticket
  const there = formatsFor(formats.locale, requester.timeZone)
  const clock = ({ time, zone }: Formats) => t('requester.time', { time: time(now), city: zoneCity(zone) })
  return (
    <>
      <Card title={t('requester.title')}>
        <Facts
          facts={[
            { name: t('requester.name'), value: requester.name },
            {
              name: t('requester.email'),
              value: (
                <a href={`mailto:${requester.email}`} className="break-all text-brand underline underline-offset-3">
                  {requester.email}
                </a>
              ),
            },
            { name: t('requester.language'), value: languageOf(requester.locale) },
            { name: t('requester.theirTime'), value: clock(there) },
            ...(there.zone === formats.zone ? [] : [{ name: t('requester.yourTime'), value: clock(formats) }]),
          ]}
        />
      </Card>
      <Card title={t('partner.title')}>
        <Facts
          facts={[
            { name: t('partner.name'), value: partner.name },
            { name: t('partner.tier'), value: <Tier of={partner.tier} /> },
            { name: t('partner.lifecycle'), value: <Lifecycle stage={partner.lifecycle} /> },
            { name: t('partner.language'), value: languageOf(partner.locale) },
          ]}
        />
      </Card>
      <Card title={t('partner.recent')} flush>
        {partner.recent.length === 0 ? (
          <p className="p-4 text-13 text-ink-2">{t('partner.noRecent')}</p>
        ) : (
          <ul>
            {partner.recent.map((recent) => (
              <Recent key={recent.number} recent={recent} href={hrefOf(recent.number)} formats={formats} now={now} />
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}

function languageOf(locale: string): string {
  return isLocale(locale) ? languageNames[locale] : locale
}

/** A marketplace may name tiers of its own; those stand as it wrote them. */
function Tier({ of }: { of: string }) {
  const t = useTranslations('desk.partner.tiers')
  const known = (['standard', 'plus', 'key'] as const).find((one) => one === of)
  return known ? t(known) : of
}

function Lifecycle({ stage }: { stage: string }) {
  const t = useTranslations('desk.partner.lifecycles')
  const known = (['interested', 'onboarding', 'live', 'paused'] as const).find((one) => one === stage)
  return known ? t(known) : stage
}

type RecentProps = { recent: RecentTicket; href: string; formats: Formats; now: Date }

function Recent({ recent, href, formats, now }: RecentProps) {
  const t = useTranslations('desk.chip')
  const tone = toneOf(recent.state)
  return (
    <li className="border-hairline border-b last:border-b-0">
      <AppLink
        href={href}
        className="grid gap-1 px-4 py-2 no-underline hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <span className="truncate text-13">{recent.subject}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-12 text-ink-2">
          <StampedNumber>{recent.number}</StampedNumber>
          <span className={`inline-flex items-center gap-1 ${toneText[tone]}`}>
            <StatusIcon tone={tone} />
            {t(recent.state)}
          </span>
          <Time plain at={recent.updatedAt} formats={formats} as="short" now={now} />
        </span>
      </AppLink>
    </li>
  )
}
