import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import type { Called, Composed, MailData } from './schema'

/** The marketplace calls a partner's technical contacts (000-15): what failed, until when they are to answer, one button. */
export function composeCall(locale: Locale, data: MailData['escalation.call']): Composed {
  const t = translatorFor(locale, 'mailIntegration')
  const { severity, marketplace, title, deadlineAt, now, company } = data
  const text = t('call.text', { marketplace })
  const next = deadlineAt && t(deadlineAt > now ? 'call.next' : 'call.late')
  const facts = [
    { name: t('call.company'), value: company },
    ...factsOf(locale, data),
    ...(deadlineAt ? [{ name: t('call.deadline'), value: formatsFor(locale, data.timeZone).promise(deadlineAt) }] : []),
  ]
  const parts = {
    ...around(locale, data, t('call.small', { company })),
    urgent: true,
    heading: t('call.heading', { title }),
    before: [text],
    facts,
    quote: data.detail ? { text: data.detail, locale } : null,
    after: next ? [next] : [],
    button: { label: t('call.button'), href: data.link },
    second: { label: t('call.open'), href: data.openLink },
  }
  const labels = { open: t('call.open'), take: t('call.button') }
  const brief = { text: [title, text].join('\n'), url: data.openLink, ackUrl: data.link, severity, labels }
  return finishMail(t('call.subject', { severity, marketplace, title }), parts, brief)
}

/** The same call for the partner's consultant and the leads, once its people have not answered in time (000-16). */
export function composeCallUnanswered(locale: Locale, data: MailData['escalation.call_unanswered']): Composed {
  const t = translatorFor(locale, 'mailIntegration')
  const { severity, title, company, deadlineAt } = data
  const formats = formatsFor(locale, data.timeZone)
  const since = formats.promise(data.since)
  const text = deadlineAt
    ? t('unanswered.text', { since, deadline: formats.promise(deadlineAt) })
    : t('unanswered.textNoDeadline', { since })
  const parts = {
    ...around(locale, data, null),
    urgent: true,
    heading: t('unanswered.heading', { company }),
    before: [title, text],
    facts: factsOf(locale, data),
    quote: data.detail ? { text: data.detail, locale } : null,
    button: { label: t('unanswered.button'), href: data.link },
    second: { label: t('unanswered.open'), href: data.openLink },
  }
  const brief = { text: [title, text].join('\n'), url: data.openLink, ackUrl: data.link, severity }
  return finishMail(t('unanswered.subject', { severity, company, title }), parts, brief)
}

/** What a partner did about a call: took it, wrote something, mended it; for who called and for its consultant. */
export function composeCallChanged(locale: Locale, data: MailData['call.changed']): Composed {
  const t = translatorFor(locale, 'mailIntegration')
  const { company, title, what, by, text, link } = data
  return finishMail(t(`changed.${what}.subject`, { company, title }), {
    locale,
    ...(data.number && { number: data.number }),
    heading: t(`changed.${what}.heading`, { company }),
    before: [title, t(`changed.${what}.text`, { name: by })],
    facts: [
      { name: t('changed.company'), value: company },
      { name: t('changed.severity'), value: data.severity },
    ],
    quote: text ? { text, locale: data.textLocale } : null,
    button: { label: t('changed.button'), href: link },
    sentBy: translatorFor(locale, 'mail')('sentBy', { marketplace: data.marketplace }),
    small: [`${translatorFor(locale, 'mail')('openButton')} ${link}`, t('changed.small')],
  })
}

function factsOf(locale: Locale, { severity, since, timeZone, number }: Called) {
  const t = translatorFor(locale, 'mailIntegration')
  return [
    { name: t('call.severity'), value: t(`call.severities.${severity}`) },
    { name: t('call.since'), value: formatsFor(locale, timeZone).promise(since) },
    ...(number ? [{ name: t('call.request'), value: number }] : []),
  ]
}

function around(locale: Locale, { marketplace, link, number }: Called, why: string | null) {
  const mail = translatorFor(locale, 'mail')
  return {
    locale,
    ...(number && { number }),
    sentBy: mail('sentBy', { marketplace }),
    small: [`${mail('openButton')} ${link}`, ...(why ? [why] : [])],
  }
}
