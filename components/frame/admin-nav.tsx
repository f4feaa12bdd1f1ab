import { useTranslations } from 'next-intl'
import { PlaceLink } from './place-link'

const places = ['people', 'hours', 'promises'] as const

/** The pages of the administration, above each of them. */
export function AdminNav({ home }: { home: string }) {
  const t = useTranslations('frame.admin')
  return (
    <nav aria-label={t('label')} className="border-hairline border-b px-5">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {places.map((place) => (
          <li key={place}>
            <PlaceLink
              href={`${home}/${place}`}
              className="inline-flex min-h-control items-center border-transparent border-b-2 px-0.5 font-medium text-13 text-ink-2 no-underline hover:text-ink aria-[current]:border-brand aria-[current]:text-brand"
            >
              {t(place)}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
