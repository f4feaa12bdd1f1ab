import { useTranslations } from 'next-intl'
import type { PhonePage } from '@/lib/contacts/schema'
import { methodName } from './method-name'

/** Her rules as sentences, those that count: "Now: Mail, ...; After 2 minutes: ..., for P0 and P1". Server only. */
export function PlanLines({ page: { lines, methods } }: { page: PhonePage }) {
  const t = useTranslations('phone')
  const channel = useTranslations('phone.channel')
  const told = lines.toSorted((a, b) => a.delayMinutes - b.delayMinutes)
  return (
    <ol className="grid gap-1">
      {told.map(({ methodId, delayMinutes: minutes, minSeverity }) => {
        const found = methods.find(({ id, state }) => id === methodId && state === 'verified')
        if (!found) return null
        const method = methodName(found, channel)
        const line = minutes === 0 ? t('line.now', { method }) : t('line.later', { minutes, method })
        const severities = t(`severity.${minSeverity}`)
        return (
          <li key={`${methodId} ${minutes} ${minSeverity}`} className="break-words">
            {minSeverity === 'P2' ? line : t('line.limited', { line, severities })}
          </li>
        )
      })}
    </ol>
  )
}
