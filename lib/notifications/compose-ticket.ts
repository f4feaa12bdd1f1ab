import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import type { Composed, MailData } from './schema'

export function composeOpened(locale: Locale, data: MailData['ticket.opened']): Composed {
  const t = translatorFor(locale, 'mail')
  const { number, subject, promiseAt, timeZone, link } = data
  const promise = promiseAt
    ? t('opened.promise', { when: formatsFor(locale, timeZone).promise(promiseAt) })
    : t('opened.noPromise')
  return finishMail(t('opened.subject', { number, subject }), {
    ...frame(locale, data),
    heading: t('opened.heading'),
    before: [t('opened.number', { number }), data.urgent ? t('opened.urgent') : promise],
    button: { label: t('opened.button'), href: link },
  })
}

export function composeAnswered(locale: Locale, data: MailData['ticket.answered']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(t('answered.subject', data), {
    ...frame(locale, data),
    heading: t('answered.heading', data),
    quote: { text: data.text, locale: data.textLocale },
    after: [t('answered.next')],
    button: { label: t('answered.button'), href: data.link },
  })
}

export function composeAsked(locale: Locale, data: MailData['ticket.asked']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(t('asked.subject', data), {
    ...frame(locale, data),
    heading: t('asked.heading', data),
    quote: { text: data.text, locale: data.textLocale },
    after: [t('asked.next')],
    button: { label: t('asked.button'), href: data.link },
  })
}

export function composeClosed(locale: Locale, data: MailData['ticket.closed']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(t('closed.subject', { number: data.number, subject: data.subject }), {
    ...frame(locale, data),
    heading: t('closed.heading'),
    quote: data.reason ? { text: data.reason, locale, intro: t('closed.reason') } : null,
    after: [t('closed.next')],
    button: { label: t('closed.button'), href: data.link },
  })
}

/** What each mail about a partner's request has around its own words. */
export function frame(locale: Locale, data: { marketplace: string; reader: string; number: string; link: string }) {
  const t = translatorFor(locale, 'mail')
  return {
    locale,
    number: data.number,
    greeting: t('greeting', { name: data.reader }),
    sentBy: t('sentBy', { marketplace: data.marketplace }),
    small: [t('whyYou', { number: data.number }), `${t('openButton')} ${data.link}`],
  }
}
