import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import type { Report, ReportAsked } from '@/lib/analytics/schema'
import { languageNames } from '@/lib/i18n/language-names'
import { locales } from '@/lib/i18n/locales'

type FiltersProps = { slug: string; asked: ReportAsked; report: Report }

/** A plain form: what it asks for stands in the address, so that a report can be sent on as a link. */
export function Filters({ slug, asked, report }: FiltersProps) {
  const t = useTranslations('reports')
  const filtered = asked.topic || asked.team || asked.language
  const home = `/${slug}/desk/reports`
  return (
    <form
      action={home}
      aria-label={t('filters.label')}
      className="flex flex-wrap items-end gap-3 pb-5 text-14 desk:text-13"
    >
      <Field name="from" type="date" label={t('filters.from')} defaultValue={report.from} required />
      <Field name="to" type="date" label={t('filters.to')} defaultValue={report.to} required />
      <Select name="topic" label={t('filters.topic')} defaultValue={asked.topic ?? ''} className="max-w-60">
        <option value="">{t('filters.all')}</option>
        {categoriesOf(report).map(([category, topics]) => (
          <optgroup key={category} label={category}>
            {topics.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Select name="team" label={t('filters.team')} defaultValue={asked.team ?? ''}>
        <option value="">{t('filters.all')}</option>
        {report.choices.teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="language" label={t('filters.language')} defaultValue={asked.language ?? ''}>
        <option value="">{t('filters.all')}</option>
        {locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {languageNames[locale]}
          </option>
        ))}
      </Select>
      <Button type="submit" look="primary">
        {t('filters.show')}
      </Button>
      {filtered ? (
        <ButtonLink href={`${home}?from=${report.from}&to=${report.to}`} look="quiet">
          {t('filters.clear')}
        </ButtonLink>
      ) : null}
    </form>
  )
}

function categoriesOf({ choices }: Report): [string, Report['choices']['topics']][] {
  const byCategory = new Map<string, Report['choices']['topics']>()
  for (const topic of choices.topics)
    byCategory.set(topic.categoryName, [...(byCategory.get(topic.categoryName) ?? []), topic])
  return [...byCategory]
}
