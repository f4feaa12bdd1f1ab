import { getTranslations } from 'next-intl/server'
import type { AddInsteadWords } from '@/components/tickets/add-instead'
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
    yes: ui('yes'),
    no: ui('no'),
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
    preflight: t('preflight.title'),
    preflightHint: t('preflight.text'),
    stillFailing: t('preflight.stillFailing'),
    appeared: t.raw('fields.appeared'),
    gone: t.raw('fields.gone'),
    faults: {
      'subject.too_short': invalid('too_short', { limit: SUBJECT.least }),
      'subject.too_long': invalid('too_long', { limit: SUBJECT.most }),
      'body.required': invalid('required'),
      'body.too_long': invalid('too_long', { limit: BODY.most }),
      'condition.condition': t('fault.condition'),
      required: invalid('required'),
      too_long: t('fault.too_long'),
      not_a_number: t('fault.not_a_number'),
      not_a_date: t('fault.not_a_date'),
      not_a_url: t('fault.not_a_url'),
      not_an_option: t('fault.not_an_option'),
    },
  }
}

/** What is said where the company wrote on the topic a moment ago (003-15). */
export async function insteadWords(): Promise<AddInsteadWords> {
  const t = await getTranslations('newRequest')
  const requests = await getTranslations('requests')
  return {
    title: t('instead.title'),
    text: t('instead.text'),
    unreadable: t('instead.unreadable'),
    laterTitle: t('instead.laterTitle'),
    completed: t('instead.completed'),
    label: t('instead.label'),
    hint: t('instead.hint'),
    send: t('instead.send'),
    sending: t('details.sending'),
    lost: requests('lost'),
  }
}
