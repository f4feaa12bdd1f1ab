import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'
import type { OnCallHome } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'

type ThreeAnswersProps = { home: OnCallHome; formats: Formats }

/** What an engineer opens the page for (O2): on now? when next? anything on fire? Server only. */
export function ThreeAnswers({ home, formats }: ThreeAnswersProps) {
  const t = useTranslations('oncall')
  return (
    <dl className="grid gap-x-8 gap-y-6 md:grid-cols-3">
      <Answer question={t('now.question')}>
        <OnNow home={home} formats={formats} />
      </Answer>
      <Answer question={t('next.question')}>
        <OnNext home={home} formats={formats} />
      </Answer>
      <Answer question={t('fire.question')}>
        <OnFire home={home} />
      </Answer>
    </dl>
  )
}

function Answer({ question, children }: { question: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1 border-hairline border-t pt-3">
      <dt className="text-14 text-ink-2">{question}</dt>
      <dd className="grid gap-0.5">{children}</dd>
    </div>
  )
}

const big = 'font-strong text-26'
const small = 'text-14 text-ink-2'

function OnNow({ home: { schedule, you }, formats }: ThreeAnswersProps) {
  const t = useTranslations('oncall.now')
  if (!schedule) return <p className={small}>{t('noSchedule')}</p>
  const until = you.current?.to ?? null
  if (you.current)
    return (
      <>
        <p className={`${big} text-brand`}>{you.onNow ? t('yes') : t('behind')}</p>
        {until ? (
          <p className={small}>{t.rich('until', { when: () => <Time at={until} formats={formats} /> })}</p>
        ) : null}
      </>
    )
  return (
    <>
      <p className={big}>{t('no')}</p>
      <p className={small}>
        {schedule.primary
          ? schedule.until
            ? t.rich('other', {
                name: schedule.primary.name,
                when: () => <Time at={schedule.until as Date} formats={formats} />,
              })
            : t('otherOpen', { name: schedule.primary.name })
          : t('nobody')}
      </p>
    </>
  )
}

function OnNext({ home: { you }, formats }: ThreeAnswersProps) {
  const t = useTranslations('oncall.next')
  const { next } = you
  if (!next) return <p className="font-strong text-20">{t('never')}</p>
  return (
    <>
      <p className="font-strong text-20">{formats.promise(next.from)}</p>
      {next.to ? (
        <p className={small}>{t.rich('to', { when: () => <Time at={next.to as Date} formats={formats} /> })}</p>
      ) : null}
    </>
  )
}

function OnFire({ home: { items } }: { home: OnCallHome }) {
  const t = useTranslations('oncall.fire')
  const unowned = items.filter(({ owner }) => owner === null).length
  if (items.length === 0)
    return (
      <>
        <p className={big}>{t('none')}</p>
        <p className={small}>{t('noneText')}</p>
      </>
    )
  if (unowned === 0) return <p className="font-strong text-20">{t('owned', { count: items.length })}</p>
  return (
    <>
      <p className="font-strong text-20 text-status-urgent">{t('unowned', { count: unowned })}</p>
      <p className={small}>{t('open', { count: items.length })}</p>
    </>
  )
}
