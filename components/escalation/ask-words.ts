import { getTranslations } from 'next-intl/server'
import type { ReasonWords } from '@/components/desk/reason-dialog'

/** The words of the dialog that asks the partner before its claim is decided. Server only. */
export async function askWords(partner: string): Promise<ReasonWords> {
  const t = await getTranslations('integration.ask')
  const act = await getTranslations('oncall.act')
  const ui = await getTranslations('ui')
  return {
    button: t('button'),
    title: t('title'),
    text: t('text', { partner }),
    reason: t('reason'),
    reasonHint: t('reasonHint'),
    confirm: t('confirm'),
    keep: t('keep'),
    working: act('working'),
    close: ui('close'),
    lost: act('lost'),
  }
}
