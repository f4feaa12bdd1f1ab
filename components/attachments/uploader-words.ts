import { getLocale, getTranslations } from 'next-intl/server'
import { formatsFor } from '@/lib/i18n'
import type { UploaderWords } from './file-uploader'
import type { UploadLimits } from './refuse-early'

/** The uploader's words in the reader's language; patterns keep their {name} and {percent}. Server only. */
export async function uploaderWords(limits: UploadLimits): Promise<UploaderWords> {
  const t = await getTranslations('files')
  const ui = await getTranslations('ui.file')
  const { bytes } = formatsFor(await getLocale(), 'UTC')
  const sizes = { each: bytes(limits.each), total: bytes(limits.total), count: limits.count }
  return {
    label: t('label'),
    add: t('add'),
    camera: t('camera'),
    kept: t('kept'),
    drop: t('drop'),
    dropNow: t('dropNow'),
    limits: t('limits', sizes),
    types: t('types'),
    noScript: t('noScript'),
    waiting: t('waiting'),
    sent: t('sent'),
    failed: ui('failed'),
    percent: ui.raw('progress'),
    sending: ui.raw('uploading'),
    remove: ui.raw('remove'),
    retry: ui('retry'),
    sentSay: t.raw('sentSay'),
    removedSay: t.raw('removedSay'),
    connection: t('connection'),
    server: t('server'),
    tooLarge: t('tooLarge', sizes),
    total: t('total', sizes),
    tooMany: t('tooMany', sizes),
  }
}
