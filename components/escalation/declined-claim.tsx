import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { Formats } from '@/lib/i18n'
import type { ClaimPanel } from '@/lib/tickets/schema'

/** A claim that was not urgent: what the partner was told, and when work on the ticket goes on. */
export function DeclinedClaim({ claim, formats }: { claim: ClaimPanel; formats: Formats }) {
  const t = useTranslations('tickets.claim')
  const words = useTranslations('escalation')
  return (
    <Banner tone="closed" title={words(`condition.${claim.condition}`)}>
      {claim.declineReason ? <p>{t('declined', { reason: claim.declineReason })}</p> : null}
      {claim.nextWorkingAt ? <p>{t('nextWorking', { when: formats.promise(claim.nextWorkingAt) })}</p> : null}
    </Banner>
  )
}
