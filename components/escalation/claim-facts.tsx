import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'
import type { ClaimEvidence } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'

type Fact = { name: ReactNode; value: ReactNode }

/** What was known of the company when its claim came in (000-06), each where it was looked at. Server only. */
export function useClaimFacts(evidence: ClaimEvidence, formats: Formats): Fact[] {
  const t = useTranslations('integration.evidence')
  const { falseUrgent, ledger, openRuns, pause } = evidence
  const facts: Fact[] = []
  // Older runs were opened before anybody looked.
  if (openRuns)
    facts.push({
      name: t('maintenance'),
      value: pause
        ? t.rich('maintenanceYes', { reason: pause.reason, when: () => <Time at={pause.until} formats={formats} /> })
        : t('maintenanceNo'),
    })
  if (openRuns) facts.push({ name: t('openRuns'), value: t('openRunsValue', openRuns) })
  if (ledger) facts.push({ name: t('ledger'), value: t('ledgerValue', ledger) })
  if (falseUrgent) {
    const { declined, decided, days, rate } = falseUrgent
    const key = decided === 0 ? 'falseNone' : rate === null ? 'falseCount' : 'falseRate'
    const share = rate === null ? '' : formats.percent(rate)
    facts.push({ name: t('falseUrgent'), value: t(key, { declined, decided, days, rate: share }) })
  }
  return facts
}

/** The partner objects to a decline: its words, and who declined and why. Nothing when it does not. Server only. */
export function AppealSaid({ evidence, formats }: { evidence: ClaimEvidence; formats: Formats }) {
  const t = useTranslations('integration.evidence')
  const { appeal } = evidence
  if (!appeal) return null
  const { text, by, declinedBy, declinedAt, reason } = appeal
  return (
    <div className="grid gap-1.5">
      <p className="font-medium">{t('appealBy', { name: by?.name ?? '' })}</p>
      <p className="max-w-prose whitespace-pre-wrap break-words border-hairline border-l-2 pl-3">{text}</p>
      <p className="text-13 text-ink-2">
        {t('appealDeclined', { name: declinedBy?.name ?? '', reason: reason ?? '' })}
        {declinedAt ? (
          <>
            {' ('}
            <Time at={declinedAt} formats={formats} />)
          </>
        ) : null}
      </p>
      <p className="text-13 text-ink-2">{t('appealLast')}</p>
    </div>
  )
}
