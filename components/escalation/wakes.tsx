import { useTranslations } from 'next-intl'
import { isNight } from '@/components/policies/is-night'
import type { EscalationPage } from '@/lib/escalation/schema'
import { type Formats, formatsFor, zoneCity } from '@/lib/i18n'

type WakesProps = { next: EscalationPage['next']; formats: Formats; now: Date }

/** The price of confirming (A8): "Confirming wakes Marta: it is 03:10 there (Rome)." */
export function Wakes({ next, formats, now }: WakesProps) {
  const t = useTranslations('oncall.assess')
  const people = next?.people ?? []
  const [first, ...others] = people
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  if (!first) return t('wakesNobody')
  if (others.length > 0 || !first.timeZone)
    return t.rich('wakes', { b, people: formats.list(people.map(({ name }) => name)) })
  const there = formatsFor(formats.locale, first.timeZone).time(now)
  const values = { b, name: first.name, time: there, city: zoneCity(first.timeZone) }
  return isNight(there) ? t.rich('wakesNight', values) : t.rich('wakesOne', values)
}
