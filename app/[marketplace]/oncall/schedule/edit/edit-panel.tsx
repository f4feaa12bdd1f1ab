import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FieldSpec } from '@/components/oncall/edit-fields'
import { EditForm } from '@/components/oncall/edit-form'
import { PageHead } from '@/components/ui/page-head'
import { formatsFor } from '@/lib/i18n'
import type { ScheduleEditPage } from '@/lib/oncall/schema'
import type { Viewer } from '@/lib/web'
import { endLayerAction, endOverrideAction, hoursAction, layerAction, overrideAction } from '../actions'
import { fromField, hoursFields, layerFields, overrideFields } from './edit-specs'

type EditPanelProps = {
  page: ScheduleEditPage
  /** What is edited, as the address has it, and which one. */
  act: string
  id: string | undefined
  hidden: Record<string, string>
  back: string
  zone: string
  viewer: Viewer
}

type Panel = {
  title: string
  lead?: string
  save: string
  action: typeof layerAction
  hidden: Record<string, string>
  fields: FieldSpec[]
  danger?: boolean
}

/** One edit on a page of its own: what is typed, what it would do, and only then the button that does it. */
export async function EditPanel(props: EditPanelProps) {
  const t = await getTranslations('schedule')
  const panel = await panelOf(props)
  if (!panel) notFound()
  return (
    <>
      <PageHead
        title={panel.title}
        back={{ href: props.back, label: props.page.name }}
        below={[panel.lead, props.zone].filter(Boolean).join(' ')}
      />
      <EditForm
        action={panel.action}
        hidden={{ ...props.hidden, scheduleId: props.page.scheduleId, ...panel.hidden }}
        fields={panel.fields}
        danger={panel.danger}
        words={{
          preview: t('effect.show'),
          again: t('effect.again'),
          stale: t('effect.stale'),
          was: t('effect.was'),
          becomes: t('effect.becomes'),
          save: panel.save,
          working: t('working'),
          lost: t('lost'),
        }}
      />
    </>
  )
}

async function panelOf({ page, act, id, viewer }: EditPanelProps): Promise<Panel | null> {
  const t = await getTranslations('schedule')
  const layer = page.layers.find(({ rotationId }) => rotationId === id)
  const { stamp } = page
  if (id && !layer && act !== 'end-override') return null
  switch (act) {
    case 'layer':
      return {
        title: layer ? t('layer.change', { name: layer.name }) : t('layer.new'),
        lead: layer ? t('layer.pastStays') : undefined,
        save: layer ? t('layer.save') : t('layer.saveNew'),
        action: layerAction,
        hidden: { stamp, rotationId: layer?.rotationId ?? '' },
        fields: layerFields(t, page, layer),
      }
    case 'end':
      return layer
        ? {
            title: t('layer.endTitle', { name: layer.name }),
            lead: t('layer.pastStays'),
            save: t('layer.end'),
            action: endLayerAction,
            hidden: { stamp, rotationId: layer.rotationId },
            fields: [fromField(t)],
            danger: true,
          }
        : null
    case 'hours':
      return {
        title: layer ? t('hours.title', { name: layer.name }) : t('hours.all'),
        lead: t('hours.lead'),
        save: t('hours.save'),
        action: hoursAction,
        hidden: { stamp, rotationId: layer?.rotationId ?? '' },
        fields: hoursFields(t, viewer.locale, layer?.hours ?? page.hours),
      }
    case 'override':
      return {
        title: t('override.add'),
        lead: t('override.text'),
        save: t('override.save'),
        action: overrideAction,
        hidden: {},
        fields: overrideFields(t, page),
      }
    case 'end-override': {
      const override = page.overrides.find((one) => one.id === id)
      const { promise } = formatsFor(viewer.locale, page.timeZone)
      return override
        ? {
            title: t('override.endTitle'),
            lead: t('range', { from: promise(override.from), to: promise(override.to) }),
            save: t('override.end'),
            action: endOverrideAction,
            hidden: { overrideId: override.id },
            fields: [],
            danger: true,
          }
        : null
    }
    default:
      return null
  }
}
