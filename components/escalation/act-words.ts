import { getTranslations } from 'next-intl/server'
import type { ReasonWords } from '@/components/desk/reason-dialog'

/** The words of the dialog that declines a claim. Server only. */
export async function declineWords(partner: string): Promise<ReasonWords> {
  const t = await getTranslations('oncall')
  const ui = await getTranslations('ui')
  return {
    button: t('act.decline'),
    title: t('decline.title'),
    text: t('decline.text', { partner }),
    reason: t('decline.reason'),
    reasonHint: t('decline.reasonHint', { partner }),
    confirm: t('decline.confirm'),
    keep: t('decline.keep'),
    working: t('act.working'),
    close: ui('close'),
    lost: t('act.lost'),
  }
}
