import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import { type Framed, mailFrame } from './mail-frame'
import type { Composed, MailData } from './schema'
import { threadSubject } from './thread-subject'

export function composeOpened(locale: Locale, data: MailData['ticket.opened']): Composed {
  const t = translatorFor(locale, 'mail')
  const { number, promiseAt, timeZone, link } = data
  const promise = promiseAt
    ? t('opened.promise', { when: formatsFor(locale, timeZone).promise(promiseAt) })
    : t('opened.noPromise')
  return finishMail(threadSubject(data), {
    ...frame(locale, data),
    heading: t('opened.heading'),
    before: [t('opened.number', { number }), data.urgent ? t('opened.urgent') : promise],
    button: { label: t('opened.button'), href: link },
  })
}

export function composeAnswered(locale: Locale, data: MailData['ticket.answered']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(threadSubject(data), {
    ...frame(locale, data),
    heading: t('answered.heading', data),
    quote: { text: data.text, locale: data.textLocale },
    after: [t('answered.next')],
    button: { label: t('answered.button'), href: data.link },
  })
}

export function composeAsked(locale: Locale, data: MailData['ticket.asked']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(threadSubject(data), {
    ...frame(locale, data),
    heading: t('asked.heading', data),
    quote: { text: data.text, locale: data.textLocale },
    after: [t('asked.next')],
    button: { label: t('asked.button'), href: data.link },
  })
}

export function composeClosed(locale: Locale, data: MailData['ticket.closed']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(threadSubject(data), {
    ...frame(locale, data),
    heading: t('closed.heading'),
    quote: data.reason ? { text: data.reason, locale, intro: t('closed.reason') } : null,
    after: [t('closed.next')],
    button: { label: t('closed.button'), href: data.link },
  })
}

/** It will close by itself: when, and what keeps it open (003-25). */
export function composeReminder(locale: Locale, data: MailData['ticket.reminder']): Composed {
  const t = translatorFor(locale, 'mail')
  const when = formatsFor(locale, data.timeZone).promise(data.closesAt)
  return finishMail(threadSubject(data), {
    ...frame(locale, data),
    heading: t(data.asked ? 'reminder.askedHeading' : 'reminder.heading'),
    before: [data.subject, t(data.asked ? 'reminder.askedText' : 'reminder.text', { when })],
    button: { label: t(data.asked ? 'reminder.askedButton' : 'reminder.button'), href: data.link },
  })
}

/** It closed by itself, and how to go on (003-25). */
export function composeAutoClosed(locale: Locale, data: MailData['ticket.auto_closed']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(threadSubject(data), {
    ...frame(locale, data),
    heading: t('autoClosed.heading'),
    before: [data.subject, t('autoClosed.text')],
    button: { label: t('autoClosed.button'), href: data.link },
  })
}

export function composeFollowing(locale: Locale, data: MailData['ticket.following']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(threadSubject(data), {
    ...frame(locale, data),
    heading: t('following.heading'),
    before: [data.subject, t('following.text', { author: data.addedBy })],
    button: { label: t('following.button'), href: data.link },
  })
}

export function composeViewLink(locale: Locale, data: MailData['ticket.view_link']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(threadSubject(data), {
    ...frame(locale, data),
    heading: t('viewLink.heading'),
    before: [data.subject, t('viewLink.text')],
    button: { label: t('viewLink.button'), href: data.link },
  })
}

/** The same for a partner's people, who are also told why they get it. */
export function frame(locale: Locale, data: Framed) {
  const t = translatorFor(locale, 'mail')
  const around = mailFrame(locale, data)
  return { ...around, small: [t('whyYou', { number: data.number }), ...around.small] }
}
