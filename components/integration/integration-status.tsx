import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { CourtBar } from '@/components/ui/court-bar'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { IntegrationPage, PastPause, Pause } from '@/lib/integration/schema'

type StatusProps = {
  page: Pick<IntegrationPage, 'now' | 'pause' | 'past'>
  /** Its buttons, for who may press them. */
  acts: ReactNode
  formats: Formats
}

/** Whether a company is called at present, what a maintenance mutes, and those that are over (000-08). Server only. */
export function IntegrationStatus({ page, acts, formats }: StatusProps) {
  const t = useTranslations('integration.status')
  return (
    <Card title={t('title')} flush>
      <Now page={page} formats={formats} />
      <div className="grid gap-4 p-4">
        <div className="flex flex-wrap items-center gap-2">{acts}</div>
        <details>
          <summary className="min-h-8 cursor-pointer text-14 text-brand underline-offset-4 hover:underline">
            {t('mutes')}
          </summary>
          <ul className="mt-1 grid list-disc gap-1 pl-5 text-14 text-ink-2">
            <li>{t('mutesCalls')}</li>
            <li>{t('mutesOwn')}</li>
            <li>{t('mutesEnd')}</li>
          </ul>
        </details>
        {page.past.length > 0 ? (
          <details>
            <summary className="min-h-8 cursor-pointer text-14 text-brand underline-offset-4 hover:underline">
              {t('past')}
            </summary>
            <ul className="mt-1 grid gap-2 text-14">
              {page.past.map((pause) => (
                <Past key={pause.id} pause={pause} formats={formats} />
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </Card>
  )
}

function Now({ page: { pause, now }, formats }: Omit<StatusProps, 'acts'>) {
  const t = useTranslations('integration.status')
  if (!pause)
    return (
      <div className="grid gap-1.5 border-hairline border-b p-4">
        <p>
          <Chip tone="done">{t('live')}</Chip>
        </p>
        <p className="text-14 text-ink-2">{t('liveText')}</p>
      </div>
    )
  return (
    <div className="border-hairline border-b">
      <CourtBar tone="wait" {...(pause.running && { ratio: left(pause, now), pause: t('runningPause') })}>
        {t.rich(pause.running ? 'runningText' : 'announcedText', {
          from: () => <Time at={pause.fromAt} formats={formats} />,
          until: () => (
            <b>
              <Time at={pause.untilAt} formats={formats} />
            </b>
          ),
        })}
      </CourtBar>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 text-14">
        <Chip tone="wait">{t(pause.running ? 'running' : 'announced')}</Chip>
        <span className="min-w-0 break-words">{t('by', { name: pause.by.name, reason: pause.reason })}</span>
      </p>
    </div>
  )
}

function left({ fromAt, untilAt }: Pause, now: Date): number {
  return (untilAt.getTime() - now.getTime()) / (untilAt.getTime() - fromAt.getTime())
}

function Past({ pause, formats }: { pause: PastPause; formats: Formats }) {
  const t = useTranslations('integration.status')
  return (
    <li className="grid gap-0.5">
      <span>
        {t.rich('pastLine', {
          from: () => <Time at={pause.fromAt} formats={formats} />,
          until: () => <Time at={pause.endedAt} formats={formats} />,
        })}
        {', '}
        {pause.endedBy ? t('endedBy', { name: pause.endedBy.name }) : t('endedItself')}
      </span>
      <span className="break-words text-ink-2">{t('by', { name: pause.by.name, reason: pause.reason })}</span>
    </li>
  )
}
