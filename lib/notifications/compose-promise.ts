import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import { mailFrame } from './mail-frame'
import type { Composed, MailData } from './schema'
import { threadSubject } from './thread-subject'

/* Mails to the staff about deadlines. Which promise it is decides the sentence: languages do not build it from parts. */

export function composePromiseWarning(locale: Locale, data: MailData['promise.warning']): Composed {
  const t = translatorFor(locale, 'mailPromises')
  const { promise, yours } = data
  const when = formatsFor(locale, data.timeZone).promise(data.dueAt)
  return promiseMail(locale, data, t('warning.heading', { promise, when }), t(yours ? 'warning.yours' : 'warning.team'))
}

export function composePromiseBreach(locale: Locale, data: MailData['promise.breach']): Composed {
  const t = translatorFor(locale, 'mailPromises')
  const { promise, partner, agent } = data
  const whose = agent ? t('breach.agent', { name: agent }) : t('breach.nobody')
  return promiseMail(locale, data, t('breach.heading', { promise, partner }), whose)
}

type About = MailData['promise.warning'] | MailData['promise.breach']

function promiseMail(locale: Locale, data: About, heading: string, whose: string): Composed {
  const t = translatorFor(locale, 'mailPromises')
  return finishMail(threadSubject(data), {
    ...mailFrame(locale, data),
    heading,
    before: [data.subject, whose],
    facts: [
      { name: t('partner'), value: data.partner },
      { name: t('due'), value: formatsFor(locale, data.timeZone).promise(data.dueAt) },
    ],
    button: { label: t('open'), href: data.link },
    second: { label: t('why'), href: `${data.link}/deadline` },
  })
}
