import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { PolicyWarning } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import { warningText } from './warning-text'

/** What somebody should know of a policy as it stands; nothing when there is nothing. Server only. */
export function PolicyWarnings({ warnings, formats }: { warnings: readonly PolicyWarning[]; formats: Formats }) {
  const t = useTranslations('policies.warn')
  if (warnings.length === 0) return null
  const isGrave = warnings.some(({ kind }) => kind !== 'held')
  return (
    <Banner tone={isGrave ? 'urgent' : 'wait'} title={t('title')}>
      <ul className="grid gap-1">
        {warnings.map((warning) => (
          <li key={JSON.stringify(warning)}>{warningText(t, warning, formats.list)}</li>
        ))}
      </ul>
    </Banner>
  )
}
