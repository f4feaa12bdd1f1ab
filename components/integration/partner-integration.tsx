import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Card, Facts } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { PartnerIntegration, Pause } from '@/lib/integration/schema'

type PartnerIntegrationCardProps = {
  of: PartnerIntegration
  /** Where the partner is called by hand; absent where the reader may not. */
  callHref?: string
  formats: Formats
}

/** Beside a request or an escalation: is the partner's integration in maintenance, whom would a call reach. Server only. */
export function PartnerIntegrationCard({ of, callHref, formats }: PartnerIntegrationCardProps) {
  const t = useTranslations('integration.staff')
  const { contacts, pause, partner } = of
  const facts = [
    { name: t('status'), value: <Status pause={pause} formats={formats} zone={partner.timeZone} /> },
    ...(pause ? [{ name: t('reason'), value: <span className="break-words">{pause.reason}</span> }] : []),
    {
      name: t('contacts'),
      value:
        contacts.length === 0 ? (
          t('noContacts')
        ) : (
          <ul className="grid gap-0.5">
            {contacts.map(({ membershipId, name, minSeverity }) => (
              <li key={membershipId}>{t('contact', { name, severity: minSeverity })}</li>
            ))}
          </ul>
        ),
    },
  ]
  return (
    <Card title={t('title')}>
      <div className="grid gap-3">
        <Facts facts={facts} />
        {callHref ? (
          <div>
            <ButtonLink href={callHref}>{t('call')}</ButtonLink>
            {pause?.running ? <p className="pt-1.5 text-13 text-ink-2">{t('muted')}</p> : null}
          </div>
        ) : null}
      </div>
    </Card>
  )
}

function Status({ pause, formats, zone }: { pause: Pause | null; formats: Formats; zone: string }) {
  const t = useTranslations('integration.staff')
  if (!pause) return <Chip tone="done">{t('live')}</Chip>
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Chip tone="wait">{t(pause.running ? 'running' : 'announced')}</Chip>
      <span>
        {t.rich(pause.running ? 'until' : 'fromUntil', {
          from: () => <Time at={pause.fromAt} formats={formats} otherZone={zone} />,
          when: () => <Time at={pause.untilAt} formats={formats} otherZone={zone} />,
        })}
      </span>
    </span>
  )
}
