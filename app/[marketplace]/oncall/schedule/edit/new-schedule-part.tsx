import { getTranslations } from 'next-intl/server'
import { PlainForm } from '@/components/oncall/plain-form'
import { newScheduleAction } from '../actions'

type NewScheduleProps = { hidden: Record<string, string>; timeZone: string }

/** A name and a zone; everything else is edited afterwards. */
export async function NewSchedule({ hidden, timeZone }: NewScheduleProps) {
  const t = await getTranslations('schedule')
  return (
    <PlainForm
      action={newScheduleAction}
      hidden={hidden}
      words={{ send: t('new.send'), working: t('working'), lost: t('lost') }}
      fields={[
        { kind: 'text', name: 'name', label: t('name'), required: true },
        {
          kind: 'select',
          name: 'timeZone',
          label: t('new.zone'),
          hint: t('new.zoneHint'),
          value: timeZone,
          options: zones(timeZone),
        },
      ]}
    />
  )
}

function zones(own: string) {
  return [...new Set([own, ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }))
}
