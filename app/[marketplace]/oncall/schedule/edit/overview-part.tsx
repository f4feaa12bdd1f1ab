import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActForm } from '@/components/form/act-form'
import { ConfirmDialog } from '@/components/form/confirm-dialog'
import { PlainForm } from '@/components/oncall/plain-form'
import { ButtonLink } from '@/components/ui/button'
import { Tag } from '@/components/ui/chip'
import { NextIcon, PlusIcon } from '@/components/ui/icons'
import { SubmitButton } from '@/components/ui/submit-button'
import { formatsFor } from '@/lib/i18n'
import type { ScheduleEditPage, ShownHours, ShownLayer, ShownTurns } from '@/lib/oncall/schema'
import type { Viewer } from '@/lib/web'
import { archiveScheduleAction, defaultScheduleAction, renameScheduleAction } from '../actions'
import { hoursLine, turnsOf } from './layer-words'

type OverviewProps = { page: ScheduleEditPage; hidden: Record<string, string>; here: string; viewer: Viewer }

/** All that can be edited, in the order in which people are called. */
export async function Overview({ page, hidden, here, viewer }: OverviewProps) {
  const t = await getTranslations('schedule')
  const used =
    page.usedBy.length > 0
      ? t('whole.usedBy', { policies: formatsFor(viewer.locale, page.timeZone).list(page.usedBy) })
      : t('whole.unused')
  const to = (act: string, id?: string) => `${here}&do=${act}${id ? `&id=${id}` : ''}`
  return (
    <>
      <Part
        title={t('layer.title')}
        text={t('layer.text')}
        action={
          <ButtonLink href={to('layer')} look="primary">
            <PlusIcon className="size-4" /> {t('layer.add')}
          </ButtonLink>
        }
      >
        <ol className="grid gap-3">
          {page.layers.map((layer, place) => (
            <Layer key={layer.rotationId} layer={layer} place={place} page={page} to={to} viewer={viewer} />
          ))}
        </ol>
        {page.layers.length === 0 ? <p className="text-ink-2">{t('layer.none')}</p> : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Hours hours={page.hours} page={page} viewer={viewer} />
          <ButtonLink href={to('hours')}>{t('hours.all')}</ButtonLink>
        </div>
      </Part>
      <Part
        title={t('override.title')}
        text={t('override.text')}
        action={
          <ButtonLink href={to('override')}>
            <PlusIcon className="size-4" /> {t('override.add')}
          </ButtonLink>
        }
      >
        <Overrides page={page} to={to} viewer={viewer} />
      </Part>
      <Part
        title={t('whole.title')}
        text={[...(page.isDefault ? [t('whole.isDefault')] : []), used].join(' ')}
        action={<ButtonLink href={to('new')}>{t('new.open')}</ButtonLink>}
      >
        <div className="max-w-form">
          <PlainForm
            action={renameScheduleAction}
            hidden={{ ...hidden, scheduleId: page.scheduleId }}
            words={{ send: t('whole.rename'), working: t('working'), lost: t('lost') }}
            fields={[{ kind: 'text', name: 'name', label: t('name'), value: page.name, required: true }]}
          />
        </div>
        {page.isDefault ? null : <Unlike page={page} hidden={hidden} />}
      </Part>
    </>
  )
}

function Part(props: { title: string; text: string; action: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-4 border-hairline border-t pt-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid max-w-prose gap-1">
          <h2 className="text-20">{props.title}</h2>
          <p className="text-14 text-ink-2">{props.text}</p>
        </div>
        {props.action}
      </div>
      {props.children}
    </section>
  )
}

type Shared = { page: ScheduleEditPage; viewer: Viewer; to: (act: string, id?: string) => string }

async function Layer({ layer, place, page, viewer, to }: Shared & { layer: ShownLayer; place: number }) {
  const t = await getTranslations('schedule')
  const { promise } = formatsFor(viewer.locale, page.timeZone)
  const goesOn = layer.current !== null || layer.planned.some(({ people }) => people.length > 0)
  return (
    <li className="relative grid gap-3 overflow-hidden rounded-card border border-hairline bg-surface py-4 pr-4 pl-5.5 before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-brand">
      <div className="grid gap-1.5">
        <p className="flex flex-wrap items-center gap-x-3">
          <b className="font-medium">{layer.name}</b>
          <Tag>{place === 0 ? t('layer.first') : t('layer.behind', { place })}</Tag>
        </p>
        {layer.current ? (
          <Turns turns={layer.current} viewer={viewer} />
        ) : (
          <p className="text-14 text-ink-2">{t('layer.ended')}</p>
        )}
        <Hours hours={layer.hours} page={page} viewer={viewer} />
        {layer.planned.map((turns) => (
          <div key={turns.validFrom.toISOString()} className="border-control border-l-2 border-dashed pl-3">
            <p className="text-14 text-status-wait">{t('layer.planned', { when: promise(turns.validFrom) })}</p>
            {turns.people.length > 0 ? (
              <Turns turns={turns} viewer={viewer} />
            ) : (
              <p className="text-14">{t('layer.ends')}</p>
            )}
          </div>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={to('layer', layer.rotationId)}>{t('layer.change', { name: layer.name })}</ButtonLink>
        <ButtonLink look="quiet" href={to('hours', layer.rotationId)}>
          {t('hours.one')}
        </ButtonLink>
        {goesOn ? (
          <ButtonLink look="quiet" href={to('end', layer.rotationId)}>
            {t('layer.end')}
          </ButtonLink>
        ) : null}
      </div>
    </li>
  )
}

async function Turns({ turns, viewer }: { turns: ShownTurns; viewer: Viewer }) {
  const t = await getTranslations('schedule')
  return (
    <>
      <ol className="flex flex-wrap items-center gap-x-2">
        {turns.people.map(({ membershipId, name }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same person may have two places in the turn
          <li key={`${membershipId} ${place}`} className="flex items-center gap-x-2">
            {place > 0 ? <NextIcon className="size-4 text-ink-3" /> : null}
            {name}
          </li>
        ))}
      </ol>
      <p className="text-14 text-ink-2 tabular-nums">{turnsOf(t, viewer.locale, turns)}</p>
    </>
  )
}

async function Hours({ hours, page, viewer }: { hours: ShownHours[]; page: ScheduleEditPage; viewer: Viewer }) {
  const t = await getTranslations('schedule')
  const { promise } = formatsFor(viewer.locale, page.timeZone)
  if (hours.length === 0) return null
  return (
    <ul className="text-14 text-ink-2 tabular-nums">
      {hours.map((rule) => (
        <li key={`${rule.weekdays} ${rule.from} ${rule.validFrom?.getTime()}`}>
          {t('hours.only', { hours: hoursLine(viewer.locale, rule) })}
          {rule.validFrom ? ` · ${t('hours.from', { when: promise(rule.validFrom) })}` : null}
          {rule.validTo ? ` · ${t('until', { when: promise(rule.validTo) })}` : null}
        </li>
      ))}
    </ul>
  )
}

async function Overrides({ page, viewer, to }: Shared) {
  const t = await getTranslations('schedule')
  const { promise } = formatsFor(viewer.locale, page.timeZone)
  if (page.overrides.length === 0) return <p className="text-ink-2">{t('override.none')}</p>
  return (
    <ul className="border-hairline border-t">
      {page.overrides.map(({ id, from, to: end, add, remove, by }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-hairline border-b py-3"
        >
          <div className="grid gap-0.5">
            <p className="font-medium">
              {add && remove
                ? t('override.swap', { add: add.name, remove: remove.name })
                : add
                  ? t('override.in', { add: add.name })
                  : t('override.out', { remove: remove?.name ?? '' })}
            </p>
            <p className="text-14 tabular-nums">{t('range', { from: promise(from), to: promise(end) })}</p>
            <p className="text-13 text-ink-2">{t('override.by', { name: by.name })}</p>
          </div>
          <ButtonLink look="quiet" href={to('end-override', id)}>
            {t('override.end')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}

/** What can be done to a schedule that is not the default one. */
async function Unlike({ page, hidden }: { page: ScheduleEditPage; hidden: Record<string, string> }) {
  const t = await getTranslations('schedule')
  const ui = await getTranslations('ui')
  const its = { ...hidden, scheduleId: page.scheduleId }
  return (
    <div className="flex flex-wrap gap-2">
      <ActForm action={defaultScheduleAction} hidden={its} lost={t('lost')}>
        <SubmitButton look="secondary" pending={t('working')}>
          {t('whole.makeDefault')}
        </SubmitButton>
      </ActForm>
      <ConfirmDialog
        id="archive"
        action={archiveScheduleAction}
        hidden={its}
        danger
        words={{
          button: t('whole.archive'),
          title: t('whole.archiveTitle', { name: page.name }),
          text: t('whole.archiveText'),
          confirm: t('whole.archiveConfirm'),
          keep: t('whole.keep'),
          working: t('working'),
          close: ui('close'),
          lost: t('lost'),
        }}
      />
    </div>
  )
}
