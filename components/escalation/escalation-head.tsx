import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import { CourtBar } from '@/components/ui/court-bar'
import { PageHead } from '@/components/ui/page-head'
import { StampedNumber } from '@/components/ui/stamped-number'
import { Time } from '@/components/ui/time'
import type { EscalationPage } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import { toneOfEscalation } from './escalation-tone'
import { NextMove } from './next-move'
import { PartnerDeadline } from './partner-deadline'
import { SourceTag } from './source-tag'

type EscalationHeadProps = { page: EscalationPage; back: string; mine: boolean; formats: Formats }

/** What it is, how bad, since when, who has it, and what happens next by itself. Server only. */
export function EscalationHead({ page, back, mine, formats }: EscalationHeadProps) {
  const t = useTranslations('oncall.escalation')
  const words = useTranslations('escalation')
  const tone = toneOfEscalation(page.state)
  return (
    <div className="grid gap-3">
      <PageHead
        back={{ href: back, label: t('back') }}
        above={
          <>
            <Chip large tone={tone}>
              {words(`state.${page.state}`)}
            </Chip>
            <SourceTag source={page.source} direction={page.direction} />
            <span>{words(`severity.${page.severity}`)}</span>
          </>
        }
        title={<span lang={page.claim?.textLocale}>{page.title}</span>}
        below={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {page.ticket ? <StampedNumber>{page.ticket.number}</StampedNumber> : null}
            {page.partner ? <span>{page.partner.name}</span> : null}
            {page.claim ? <span>{words(`condition.${page.claim.condition}`)}</span> : null}
          </span>
        }
      />
      <Since page={page} formats={formats} />
      <Owner page={page} mine={mine} formats={formats} />
      <PartnerDeadline page={page} formats={formats} />
      {page.next ? (
        <CourtBar bare tone={tone === 'open' ? 'open' : 'wait'} ratio={shareLeft(page)}>
          <NextMove next={page.next} formats={formats} now={page.now} />
        </CourtBar>
      ) : null}
    </div>
  )
}

function Since({ page, formats }: { page: EscalationPage; formats: Formats }) {
  const t = useTranslations('oncall.escalation')
  const { closedAt, now, openedAt, partner } = page
  const time = formats.duration((closedAt ?? now).getTime() - openedAt.getTime())
  return (
    <p className="text-ink-2">
      {t.rich(closedAt ? 'over' : 'since', {
        when: () => <Time at={openedAt} formats={formats} otherZone={partner?.timeZone} />,
        time,
      })}
    </p>
  )
}

function Owner({ page, mine, formats }: { page: EscalationPage; mine: boolean; formats: Formats }) {
  const t = useTranslations('oncall.escalation')
  const { closedAt, owner, ownedSince, state } = page
  if (!owner) return closedAt ? null : <p className="font-medium">{t('nobody')}</p>
  if (state !== 'ACKED') return <p>{t('hadIt', { name: owner.name })}</p>
  const values = {
    name: owner.name,
    when: () => (ownedSince ? <Time at={ownedSince} formats={formats} /> : null),
  }
  return <p className="font-medium">{t.rich(mine ? 'ownerYou' : 'owner', values)}</p>
}

/** How much of the time before the next move is left, 1 to 0; unknown when no event started it. */
function shareLeft({ next, now, timeline }: EscalationPage): number | undefined {
  const started = timeline.findLast(({ data }) => data.nextAt && next && data.nextAt.getTime() === next.at.getTime())
  if (!started || !next) return undefined
  return (next.at.getTime() - now.getTime()) / Math.max(1, next.at.getTime() - started.at.getTime())
}
