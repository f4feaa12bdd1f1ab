import { useTranslations } from 'next-intl'
import { toneOfBeat } from '@/components/alerts/beat-tone'
import { ToldOnceForm, type ToldOnceWords } from '@/components/alerts/told-once-form'
import { ActForm } from '@/components/form/act-form'
import { ConfirmDialog } from '@/components/form/confirm-dialog'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Dialog } from '@/components/ui/dialog'
import { DialogButton } from '@/components/ui/dialog-button'
import { Field, Select } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { AlertsPage, HeartbeatRow } from '@/lib/alerts/schema'
import type { Formats } from '@/lib/i18n'
import {
  archiveHeartbeatAction,
  createHeartbeatAction,
  pauseHeartbeatAction,
  renewHeartbeatAction,
  resumeHeartbeatAction,
} from './actions'
import { PolicySelect } from './keys-part'
import { useConfirmWords, useSeverities } from './words'

type PartProps = { page: AlertsPage; hidden: Record<string, string>; origin: string; formats: Formats }

/** Usual distances between two reports, in seconds, and the grace after them. */
const EVERY = [60, 300, 900, 3600, 21_600, 86_400, 604_800]
const GRACE = [0, 60, 300, 1800, 3600, 21_600]

/** Jobs that report "still alive": how each stands, and what an administrator can do. */
export function HeartbeatsPart({ page, hidden, origin, formats }: PartProps) {
  const t = useTranslations('alerts')
  const { heartbeats, mayEdit } = page
  return (
    <Card title={t('heartbeats.title')} flush>
      <div className="flex flex-wrap items-start justify-between gap-3 p-4">
        <p className="max-w-prose text-14 text-ink-2">
          {heartbeats.length > 0 ? t('heartbeats.lead') : t('heartbeats.empty')}
        </p>
        {mayEdit ? <DialogButton opens="new-heartbeat">{t('heartbeats.add')}</DialogButton> : null}
      </div>
      {heartbeats.length > 0 ? (
        <Table
          flush
          label={t('heartbeats.title')}
          head={
            <>
              <Th>{t('heartbeats.name')}</Th>
              <Th>{t('heartbeats.state')}</Th>
              <Th>{t('heartbeats.seen')}</Th>
              <Th>{t('heartbeats.missed')}</Th>
              {mayEdit ? <Th>{t('heartbeats.actions')}</Th> : null}
            </>
          }
        >
          {heartbeats.map((row) => (
            <tr key={row.id}>
              <Td>
                <span className="font-medium">{row.name}</span> <span className="text-ink-2">{row.severity}</span>
                <span className="block text-13 text-ink-2">
                  {t('heartbeats.every', { time: formats.duration(row.everySeconds * 1000) })}
                  {row.graceSeconds > 0
                    ? `, ${t('heartbeats.grace', { time: formats.duration(row.graceSeconds * 1000) })}`
                    : null}
                </span>
              </Td>
              <Td>
                <Chip tone={toneOfBeat(row.state)}>{t(`beat.${row.state}`)}</Chip>
              </Td>
              <Td>
                {row.lastSeenAt ? (
                  <Time at={row.lastSeenAt} as="short" now={page.now} formats={formats} />
                ) : (
                  t('heartbeats.never')
                )}
              </Td>
              <Td>{row.missedAt ? <Time at={row.missedAt} formats={formats} /> : '–'}</Td>
              {mayEdit ? (
                <Td>
                  <BeatActs row={row} page={page} hidden={hidden} origin={origin} />
                </Td>
              ) : null}
            </tr>
          ))}
        </Table>
      ) : null}
      {mayEdit ? <NewHeartbeat page={page} hidden={hidden} origin={origin} formats={formats} /> : null}
    </Card>
  )
}

function NewHeartbeat({ page, hidden, origin, formats }: PartProps) {
  const t = useTranslations('alerts')
  const ui = useTranslations('ui')
  const choices = (seconds: readonly number[]) =>
    seconds.map((value) => (
      <option key={value} value={value}>
        {value === 0 ? '–' : formats.duration(value * 1000)}
      </option>
    ))
  return (
    <Dialog id="new-heartbeat" title={t('heartbeats.add')} close={ui('close')}>
      <ToldOnceForm
        action={createHeartbeatAction}
        hidden={hidden}
        words={useToldWords(t('form.create'))}
        shown={addressOf(origin, page)}
        command={`curl -fsS ${addressOf(origin, page)}`}
      >
        <Field
          name="name"
          id="beat-name"
          label={t('form.name')}
          hint={t('form.nameHint')}
          required
          autoComplete="off"
        />
        <Select name="everySeconds" label={t('form.every')} defaultValue={3600}>
          {choices(EVERY)}
        </Select>
        <Select name="graceSeconds" label={t('form.grace')} defaultValue={300}>
          {choices(GRACE)}
        </Select>
        <Select name="severity" id="beat-severity" label={t('form.beatSeverity')} defaultValue="P1">
          {useSeverities()}
        </Select>
        <PolicySelect id="beat-policy" policies={page.policies} />
      </ToldOnceForm>
    </Dialog>
  )
}

function BeatActs({ row, page, hidden, origin }: { row: HeartbeatRow } & Omit<PartProps, 'formats'>) {
  const t = useTranslations('alerts')
  const ui = useTranslations('ui')
  const about = { ...hidden, heartbeatId: row.id }
  const paused = row.state === 'paused'
  return (
    <div className="flex flex-wrap gap-2">
      <ActForm action={paused ? resumeHeartbeatAction : pauseHeartbeatAction} hidden={about} lost={t('act.lost')}>
        <SubmitButton look="quiet" pending={t('act.working')}>
          {t(paused ? 'act.resume' : 'act.pause')}
        </SubmitButton>
      </ActForm>
      <DialogButton opens={`renew-${row.id}`} look="quiet">
        {t('act.renew')}
      </DialogButton>
      <Dialog id={`renew-${row.id}`} title={`${t('act.renew')}: ${row.name}`} close={ui('close')}>
        <ToldOnceForm
          action={renewHeartbeatAction}
          hidden={about}
          words={useToldWords(t('act.renew'))}
          shown={addressOf(origin, page)}
          command={`curl -fsS ${addressOf(origin, page)}`}
        >
          <p>{t('act.renewText')}</p>
        </ToldOnceForm>
      </Dialog>
      <ConfirmDialog
        id={`archive-${row.id}`}
        action={archiveHeartbeatAction}
        hidden={about}
        look="quiet"
        danger
        words={useConfirmWords('archive', row.name)}
      />
    </div>
  )
}

function useToldWords(submit: string): ToldOnceWords {
  const t = useTranslations('alerts')
  const told = { text: t('told.beatText'), copy: t('told.copy'), copied: t('told.copied'), try: t('told.try') }
  return { ...told, submit, working: t('act.working'), title: t('told.beatTitle'), close: t('told.close') }
}

function addressOf(origin: string, { alertsPath }: AlertsPage): string {
  return `${origin}${alertsPath.replace(/alerts$/, 'heartbeats')}/{secret}`
}
