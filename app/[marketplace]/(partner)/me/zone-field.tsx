import { getTranslations } from 'next-intl/server'
import { Select } from '@/components/ui/field'
import { zoneCity } from '@/lib/i18n'

type ZoneFieldProps = { marketplace: { name: string; timeZone: string }; chosen: string | null }

/** Every zone this server knows, by region; the native list finds a city as it is typed. */
export async function ZoneField({ marketplace, chosen }: ZoneFieldProps) {
  const t = await getTranslations('me.zone')
  const zones = Map.groupBy(Intl.supportedValuesOf('timeZone').filter(hasRegion), (zone) => zone.split('/')[0] ?? '')
  return (
    <Select name="timeZone" label={t('label')} defaultValue={chosen ?? ''} key={chosen}>
      <option value="">
        {t('marketplace', { marketplace: marketplace.name, place: zoneCity(marketplace.timeZone) })}
      </option>
      {[...zones].map(([region, names]) => (
        <optgroup key={region} label={region}>
          {names.map((name) => (
            <option key={name} value={name}>
              {name.slice(region.length + 1).replaceAll('_', ' ')}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}

function hasRegion(zone: string): boolean {
  return zone.includes('/')
}
