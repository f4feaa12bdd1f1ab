import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import type { Tone } from '@/components/ui/tone'
import type { Formats } from '@/lib/i18n'
import type { ClaimPanel, ClaimState } from '@/lib/tickets/schema'
import { ClaimLine } from './claim-line'
import { LiveRefresh } from './live-refresh'

const tones: Record<ClaimState, Tone> = { claimed: 'wait', confirmed: 'urgent', declined: 'closed', ended: 'closed' }

/** Looked at again this often while somebody may be on the way; a page's own time to a person is counted in minutes. */
const LOOK_EVERY = 10

/** P7 afterwards: where the partner's claim stands, and every step of it as it happens. */
export function PartnerClaim({ claim, formats }: { claim: ClaimPanel; formats: Formats }) {
  const t = useTranslations('requests')
  const appeal = useTranslations('integration.appeal')
  const open = claim.state === 'claimed' || claim.state === 'confirmed'
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          {t(`claim.title.${claim.state}`)}
          <Chip tone={tones[claim.state]}>{t(`claim.state.${claim.state}`)}</Chip>
        </span>
      }
    >
      <div className="grid gap-4">
        <p className="text-14">
          {t('claim.said')} <b>{t(`claim.condition.${claim.condition}`)}</b>
        </p>
        {claim.appealText && claim.state !== 'declined' ? (
          <div className="grid gap-1 text-14">
            <p className="font-medium">{appeal('open')}</p>
            <p className="whitespace-pre-wrap break-words border-hairline border-l-2 pl-3">{claim.appealText}</p>
          </div>
        ) : null}
        {claim.state === 'declined' ? (
          <div className="grid gap-1 text-14">
            {claim.declineReason ? (
              <p className="whitespace-pre-wrap border-hairline border-l-2 pl-3">{claim.declineReason}</p>
            ) : null}
            <p className="text-ink-2">
              {claim.nextWorkingAt
                ? t.rich('claim.next', { when: () => <b>{formats.promise(claim.nextWorkingAt as Date)}</b> })
                : t('claim.atWork')}
            </p>
          </div>
        ) : null}
        <ClaimLine claim={claim} formats={formats} />
        {open ? (
          <>
            <p className="text-13 text-ink-3">{t('live')}</p>
            <LiveRefresh seconds={LOOK_EVERY} />
          </>
        ) : null}
      </div>
    </Card>
  )
}
