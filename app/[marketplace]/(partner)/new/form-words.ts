import { getTranslations } from 'next-intl/server'
import type { RequestFormWords } from '@/components/tickets/request-form'
import { BODY, SUBJECT } from '@/lib/tickets/schema'

/** Every sentence of the form, for the browser; the faults are those the server would name. */
export async function formWords(urgent: boolean): Promise<RequestFormWords> {
  const t = await getTranslations('newRequest')
  const requests = await getTranslations('requests')
  const invalid = await getTranslations('refusals.invalid')
  const ui = await getTranslations('ui')
  return {
    required: ui('required'),
    subject: t('details.subject'),
    subjectHint: t('details.subjectHint'),
    body: t('details.body'),
    bodyHint: t('details.bodyHint'),
    files: t('details.files'),
    filesHint: t('details.filesHint'),
    optional: ui('optional'),
    send: t(urgent ? 'details.sendUrgent' : 'details.send'),
    sending: t('details.sending'),
    kept: t('details.kept'),
    safe: requests('composer.safe'),
    lost: requests('lost'),
    summary: [1, 2, 3, 4, 5].map((count) => ui('errorSummary', { count })),
    filesBusy: requests('composer.filesBusy'),
    filesFailed: requests('composer.filesFailed'),
    condition: t('claim.legend'),
    conditionHint: t('claim.hint'),
    faults: {
      'subject.too_short': invalid('too_short', { limit: SUBJECT.least }),
      'subject.too_long': invalid('too_long', { limit: SUBJECT.most }),
      'body.required': invalid('required'),
      'body.too_long': invalid('too_long', { limit: BODY.most }),
      'condition.condition': t('fault.condition'),
    },
  }
}
