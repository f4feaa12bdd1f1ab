import { useTranslations } from 'next-intl'
import { Card, Facts } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import type { EscalationPage } from '@/lib/escalation/schema'
import { type Formats, formatsFor, zoneCity } from '@/lib/i18n'
import { AppealSaid, useClaimFacts } from './claim-facts'

type ClaimSaidProps = { page: EscalationPage; formats: Formats }

/** The partner's own words, and what was known when it was opened. Server only. */
export function ClaimSaid({ page, formats }: ClaimSaidProps) {
  const t = useTranslations('oncall.escalation')
  const { claim, evidence, now, partner } = page
  const same = evidence.sameTopic
  const appeal = useTranslations('integration.evidence')
  const known = useClaimFacts(evidence, formats)
  const facts = [
    ...(claim
      ? [
          {
            name: t('claimed'),
            value: t.rich('claimBy', {
              name: claim.claimedBy.name,
              when: () => <Time at={claim.claimedAt} formats={formats} otherZone={partner?.timeZone} />,
            }),
          },
        ]
      : []),
    ...(same
      ? [
          {
            name: t('sameTopic'),
            value:
              same.tickets > 0
                ? t('sameTopicCount', { tickets: same.tickets, partners: same.partners, minutes: same.windowMinutes })
                : t('sameTopicNone', { minutes: same.windowMinutes }),
          },
        ]
      : []),
    ...(evidence.staffed === null
      ? []
      : [{ name: t('staffed'), value: t(evidence.staffed ? 'staffedYes' : 'staffedNo') }]),
    ...known,
    ...(evidence.breach
      ? [
          {
            name: t('breach'),
            value: t.rich('breachDue', {
              when: () => <Time at={evidence.breach?.dueAt ?? now} formats={formats} />,
            }),
          },
        ]
      : []),
    ...(partner
      ? [
          {
            name: t('partnerTime'),
            value: `${formatsFor(formats.locale, partner.timeZone).time(now)}, ${zoneCity(partner.timeZone)}`,
          },
        ]
      : []),
  ]
  return (
    <>
      {claim ? (
        <Card title={t('claim')}>
          <p lang={claim.textLocale} className="max-w-prose whitespace-pre-wrap break-words">
            {claim.text}
          </p>
          {claim.repeats > 0 ? (
            <p className="mt-2 text-14 text-ink-2">{t('repeats', { count: claim.repeats })}</p>
          ) : null}
        </Card>
      ) : null}
      {evidence.appeal ? (
        <Card title={appeal('appeal')}>
          <AppealSaid evidence={evidence} formats={formats} />
        </Card>
      ) : null}
      {page.detail ? (
        <Card title={t('detail')}>
          <p className="max-w-prose whitespace-pre-wrap break-words">{page.detail}</p>
        </Card>
      ) : null}
      {facts.length > 0 ? (
        <Card title={t('facts')}>
          <Facts facts={facts} />
        </Card>
      ) : null}
    </>
  )
}
