import { getTranslations } from 'next-intl/server'
import type { DraftWords } from './draft-line'

/** The words of a draft's line, for the browser. Server only. */
export async function draftWords(): Promise<DraftWords> {
  const t = await getTranslations('drafts')
  return {
    saved: t('saved'),
    here: t('here'),
    device_only: t('deviceOnly'),
    signed_out: t('signedOut'),
    elsewhere: t('elsewhere'),
    sent_elsewhere: t('sentElsewhere'),
    theirs: t('theirs'),
    take: t('take'),
    keep: t('keep'),
  }
}
