import { type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import { mailFrame } from './mail-frame'
import type { Composed, MailData } from './schema'
import { threadSubject } from './thread-subject'

/* Mails to the marketplace's staff about requests. */

export function composeReplied(locale: Locale, data: MailData['agent.replied']): Composed {
  const t = translatorFor(locale, 'mail')
  const { verdict, files, text, textLocale } = data
  return finishMail(threadSubject(data), {
    ...mailFrame(locale, data),
    heading: t('replied.heading', { partner: data.partner }),
    before: [data.subject, ...(verdict ? [t(`replied.${verdict}`)] : [])],
    quote: text ? { text, locale: textLocale } : null,
    after: files > 0 ? [t('replied.files', { files })] : [],
    button: { label: t('replied.button'), href: data.link },
  })
}

export function composeAssigned(locale: Locale, data: MailData['agent.assigned']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(threadSubject(data), {
    ...mailFrame(locale, data),
    heading: t('assigned.heading'),
    before: [data.subject, data.by ? t('assigned.by', { author: data.by }) : t('assigned.text')],
    facts: [{ name: t('page.who'), value: data.partner }],
    button: { label: t('assigned.button'), href: data.link },
  })
}

export function composeRated(locale: Locale, data: MailData['agent.rated']): Composed {
  const t = translatorFor(locale, 'mail')
  const { stars, comment, partner } = data
  return finishMail(threadSubject(data), {
    ...mailFrame(locale, data),
    heading: t('rated.heading', { partner, stars }),
    before: [data.subject],
    quote: comment ? { text: comment, locale, intro: t('rated.comment') } : null,
    button: { label: t('rated.button'), href: data.link },
  })
}

export function composeAnswerKept(locale: Locale, data: MailData['agent.answer_kept']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(threadSubject(data), {
    ...mailFrame(locale, data),
    heading: t('answerKept.heading'),
    before: [data.subject, t('answerKept.text')],
    quote: { text: data.text, locale, intro: t('answerKept.yours') },
    button: { label: t('answerKept.button'), href: data.link },
  })
}
