import { useTranslations } from 'next-intl'
import { isReached } from '@/components/policies/dry-run'
import { isNight } from '@/components/policies/is-night'
import type { DryRun } from '@/lib/escalation/schema'
import { type Formats, formatsFor, zoneCity } from '@/lib/i18n'

/** The price of a page in words: "Wakes Marta: it is 03:10 there (Rome)." Red when nobody is on call. Server only. */
export function Cost({ run, formats }: { run: DryRun; formats: Formats }) {
  const t = useTranslations('oncall.page')
  const namesOf = ({ receivers }: DryRun['steps'][number]) =>
    receivers.filter(isReached).map(({ person, endpoint }) => person?.name ?? endpoint ?? '')
  const first = run.steps.find(({ receivers }) => receivers.some(isReached))
  if (!first) {
    const people = namesOf(run.catchAll)
    return (
      <b className="font-medium text-status-urgent">
        {people.length > 0 ? t('costFallback', { people: formats.list(people) }) : t('costNobody')}
      </b>
    )
  }
  if (run.held)
    return <span className="text-status-wait">{t('costHeld', { when: formats.promise(run.held.until) })}</span>
  const reached = first.receivers.filter(isReached)
  const [only] = reached
  if (reached.length > 1 || !only?.person?.timeZone) return t('costMany', { people: formats.list(namesOf(first)) })
  const time = formatsFor(formats.locale, only.person.timeZone).time(run.now)
  const values = { name: only.person.name, time, city: zoneCity(only.person.timeZone) }
  return isNight(time) ? <b className="font-medium text-status-wait">{t('costNight', values)}</b> : t('costDay', values)
}
