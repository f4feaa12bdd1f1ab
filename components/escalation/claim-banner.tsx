import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Facts } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { NextIcon } from '@/components/ui/icons'
import type { EscalationPage } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import type { ClaimPanel } from '@/lib/tickets/schema'
import { AppealSaid, useClaimFacts } from './claim-facts'
import { toneOfEscalation } from './escalation-tone'
import { NextMove } from './next-move'
import { Wakes } from './wakes'

type ClaimBannerProps = {
  claim: ClaimPanel
  run: EscalationPage
  href: string
  /** Confirm and decline, where the reader may and can. */
  assess?: ReactNode
  formats: Formats
}

/** A8 on the ticket: an open urgent claim, who would be woken by confirming it, and the way to its escalation. */
export function ClaimBanner({ claim, run, href, assess, formats }: ClaimBannerProps) {
  const t = useTranslations('oncall')
  const states = useTranslations('escalation')
  const condition = states(`condition.${claim.condition}`)
  return (
    <Banner
      tone={toneOfEscalation(run.state) === 'open' ? 'open' : 'urgent'}
      title={
        claim.state === 'claimed'
          ? t('assess.title', { name: claim.claimedBy.name, condition })
          : t('assess.titleOpen', { condition })
      }
      action={
        <>
          {assess}
          <ButtonLink href={href}>{t('assess.open')}</ButtonLink>
        </>
      }
    >
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip tone={toneOfEscalation(run.state)}>{states(`state.${run.state}`)}</Chip>
        <span>{states(`severity.${run.severity}`)}</span>
        {run.owner && run.state === 'ACKED' ? <span>{t('queue.owner', { name: run.owner.name })}</span> : null}
      </span>
      {run.next && run.state !== 'ACKED' ? (
        <p className="mt-1.5">
          <NextMove next={run.next} formats={formats} now={run.now} />
        </p>
      ) : null}
      {assess ? (
        <p className="mt-1.5">
          <Wakes next={run.next} formats={formats} now={run.now} />
        </p>
      ) : null}
      {assess ? <Known run={run} formats={formats} /> : null}
      {claim.repeats > 0 ? <p className="mt-1.5">{t('escalation.repeats', { count: claim.repeats })}</p> : null}
    </Banner>
  )
}

/** What the assessor needs beside the partner's words, folded away once she has seen it. */
function Known({ run, formats }: { run: EscalationPage; formats: Formats }) {
  const t = useTranslations('integration.evidence')
  const facts = useClaimFacts(run.evidence, formats)
  if (facts.length === 0) return null
  return (
    <details open className="group mt-1.5 text-ink">
      <summary className="inline-flex min-h-8 items-center gap-1.5 font-medium">
        <NextIcon className="size-4 group-open:rotate-90" />
        {t('title')}
      </summary>
      <div className="grid gap-3 pt-1.5">
        <AppealSaid evidence={run.evidence} formats={formats} />
        <Facts facts={facts} />
      </div>
    </details>
  )
}
