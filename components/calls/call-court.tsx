import { useTranslations } from 'next-intl'
import { CourtBar } from '@/components/ui/court-bar'
import { Time } from '@/components/ui/time'
import type { CallPage } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import { callTone } from './call-tone'

type CallCourtProps = { call: CallPage; formats: Formats }

/** Whose turn it is, until when, and how much of that is left (000-16). Server only. */
export function CallCourt({ call, formats }: CallCourtProps) {
  const t = useTranslations('calls.page')
  const { closedAt, deadlineAt, now, openedAt, owner, state, takenAt } = call
  const time = (at: Date | null) => ({ when: () => (at ? <Time at={at} formats={formats} /> : null), b })
  if (state === 'waiting')
    return (
      <CourtBar tone="urgent" pause={t('pause')} {...(deadlineAt && { ratio: share(now, openedAt, deadlineAt) })}>
        {deadlineAt ? t.rich('waiting', time(deadlineAt)) : t('waitingNoTime')}
      </CourtBar>
    )
  return (
    <CourtBar tone={callTone[state]}>
      {state === 'late' ? t.rich('late', time(deadlineAt)) : null}
      {state === 'taken' ? t.rich('taken', { ...time(takenAt), name: owner ?? '' }) : null}
      {state === 'fixed' ? t.rich('fixed', time(closedAt)) : null}
      {state === 'muted' ? t('muted') : null}
    </CourtBar>
  )
}

function b(chunks: React.ReactNode) {
  return <b>{chunks}</b>
}

function share(now: Date, from: Date, to: Date): number {
  return (to.getTime() - now.getTime()) / (to.getTime() - from.getTime())
}
