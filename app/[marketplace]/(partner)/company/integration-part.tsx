import { getTranslations } from 'next-intl/server'
import { DoneForm } from '@/components/form/done-form'
import { IntegrationStatus } from '@/components/integration/integration-status'
import { PauseForm } from '@/components/integration/pause-form'
import { Dialog } from '@/components/ui/dialog'
import { DialogButton } from '@/components/ui/dialog-button'
import { after, HOUR } from '@/lib/foundation/clock'
import { type Formats, zoneCity } from '@/lib/i18n'
import { type IntegrationPage, localIn } from '@/lib/integration'
import { extendPauseAction, resumeAction, startPauseAction } from './actions'

type IntegrationPartProps = { page: IntegrationPage; hidden: Record<string, string>; formats: Formats }

/** The switch of the integration (000-08): starting a maintenance, giving it another end, resuming. */
export async function IntegrationPart({ page, hidden, formats }: IntegrationPartProps) {
  const t = await getTranslations('integration.status')
  const acts = page.allowed.pause ? (
    <Switch page={page} hidden={hidden} formats={formats} />
  ) : (
    <p className="text-14 text-ink-2">{t('readOnly')}</p>
  )
  return (
    <div id="integration" className="scroll-mt-4">
      <IntegrationStatus page={page} formats={formats} acts={acts} />
    </div>
  )
}

async function Switch({ page: { now, pause }, hidden, formats }: IntegrationPartProps) {
  const t = await getTranslations('integration.status')
  const ui = await getTranslations('ui')
  const working = ui('working')
  const earliest = localIn(now, formats.zone)
  const until = { until: t('start.until'), untilHint: t('start.untilHint', { place: zoneCity(formats.zone) }), working }
  if (!pause)
    return (
      <>
        <DialogButton opens="start-pause">{t('start.open')}</DialogButton>
        <Dialog id="start-pause" title={t('start.title')} close={ui('close')}>
          <PauseForm
            id="pause"
            action={startPauseAction}
            hidden={hidden}
            earliest={earliest}
            until={localIn(after(now, 2 * HOUR), formats.zone)}
            words={{ ...until, submit: t('start.submit'), done: t('start.done') }}
            start={{
              from: t('start.from'),
              fromHint: t('start.fromHint'),
              reason: t('start.reason'),
              reasonHint: t('start.reasonHint'),
            }}
          />
        </Dialog>
      </>
    )
  const ends = pause.running ? 'resume' : 'callOff'
  return (
    <>
      <DoneForm
        small
        look={pause.running ? 'primary' : 'secondary'}
        action={resumeAction}
        hidden={hidden}
        button={t(`${ends}.open`)}
        working={working}
        done={t(`${ends}.done`)}
      />
      <DialogButton opens="extend-pause">{t('extend.open')}</DialogButton>
      <Dialog id="extend-pause" title={t('extend.title')} close={ui('close')}>
        <PauseForm
          id="extend"
          action={extendPauseAction}
          hidden={hidden}
          earliest={earliest}
          until={localIn(after(pause.untilAt, HOUR), formats.zone)}
          words={{ ...until, submit: t('extend.submit'), done: t('extend.done') }}
        />
      </Dialog>
    </>
  )
}
