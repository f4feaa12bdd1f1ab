import { useTranslations } from 'next-intl'
import type { ConfirmWords } from '@/components/form/confirm-dialog'
import { SEVERITIES } from '@/lib/alerts/schema'

/** What is asked once more before a key or a heartbeat is given up. */
export function useConfirmWords(act: 'revoke' | 'archive', name: string): ConfirmWords {
  const t = useTranslations('alerts.act')
  const ui = useTranslations('ui')
  return {
    button: t(act),
    title: `${t(act)}: ${name}`,
    text: t(`${act}Text`),
    confirm: t(act),
    keep: t('keep'),
    working: t('working'),
    close: ui('close'),
    lost: t('lost'),
  }
}

/** The three severities as choices of a list. */
export function useSeverities() {
  const t = useTranslations('escalation.severity')
  return SEVERITIES.map((severity) => (
    <option key={severity} value={severity}>
      {t(severity)}
    </option>
  ))
}
