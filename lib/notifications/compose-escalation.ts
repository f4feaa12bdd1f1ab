import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { frame as ticketFrame } from './compose-ticket'
import { finishMail } from './finish-mail'
import type { Composed, MailData } from './schema'
import { threadSubject } from './thread-subject'

/** The page: read on a locked phone at night. What, who, since when, and one button. */
export function composePage(locale: Locale, data: MailData['escalation.page']): Composed {
  const t = translatorFor(locale, 'mail')
  const { severity, number, partner, subject, nextAt, unanswered } = data
  const title = { severity, number, partner, subject }
  const next = nextAt && t('page.next', { when: formatsFor(locale, data.timeZone).time(nextAt) })
  return finishMail(unanswered ? t('page.unansweredSubject', title) : t('page.subject', title), {
    ...staffFrame(locale, data),
    urgent: true,
    heading: t('page.heading', { subject }),
    before: unanswered ? [t('page.unanswered')] : [],
    facts: factsOf(locale, data),
    quote: data.quote,
    after: next && !unanswered ? [next] : [],
    button: { label: t('page.button'), href: data.link },
  })
}

/** "Please assess": the team decides whether it is urgent, before the clock decides for them. */
export function composePleaseAssess(locale: Locale, data: MailData['escalation.assess']): Composed {
  const t = translatorFor(locale, 'mail')
  const { number, partner, subject } = data
  return finishMail(t('assess.subject', { number, partner, subject }), {
    ...staffFrame(locale, data),
    urgent: true,
    heading: t('assess.heading'),
    before: [subject],
    facts: factsOf(locale, data),
    quote: data.quote,
    after: [t('assess.deadline', { when: formatsFor(locale, data.timeZone).time(data.decideBy) })],
    button: { label: t('assess.button'), href: data.link },
    second: { label: t('assess.take'), href: data.takeLink },
  })
}

/** The owner of an escalation hears once that the partner claimed the same again. */
export function composeRepeat(locale: Locale, data: MailData['escalation.repeat']): Composed {
  const t = translatorFor(locale, 'mail')
  const { number, partner, subject, repeats } = data
  return finishMail(t('repeat.subject', { number, partner, subject }), {
    ...staffFrame(locale, data),
    heading: t('repeat.heading'),
    before: [subject, t('repeat.text', { partner, repeats })],
    button: { label: t('repeat.button'), href: data.link },
  })
}

/** What the partner reads when its claim was assessed (000-06): the outcome, the reason, when work goes on. */
export function composeClaimDecided(locale: Locale, data: MailData['claim.decided']): Composed {
  const t = translatorFor(locale, 'mail')
  const { subject, confirmed, reason, nextWorkingAt, timeZone } = data
  const working = nextWorkingAt
    ? t('decided.nextWorking', { when: formatsFor(locale, timeZone).promise(nextWorkingAt) })
    : t('decided.atWork')
  return finishMail(threadSubject(data), {
    ...ticketFrame(locale, data),
    heading: t(confirmed ? 'decided.confirmedHeading' : 'decided.declinedHeading'),
    before: [subject, t(confirmed ? 'decided.confirmedText' : 'decided.declinedText')],
    quote: !confirmed && reason ? { text: reason, locale, intro: t('decided.reason') } : null,
    after: confirmed ? [] : [working],
    button: { label: t('decided.button'), href: data.link },
  })
}

function factsOf(locale: Locale, data: MailData['escalation.page'] | MailData['escalation.assess']) {
  const t = translatorFor(locale, 'mail')
  const words = translatorFor(locale, 'escalation')
  const { partner, topic, condition, since, now, timeZone } = data
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
  return [
    { name: t('page.who'), value: partner },
    { name: t('page.topic'), value: topic },
    ...(condition ? [{ name: t('page.condition'), value: words(`condition.${condition}`) }] : []),
    {
      name: t('page.since'),
      value: t('page.sinceValue', { when: formatsFor(locale, timeZone).promise(since), minutes }),
    },
  ]
}

function staffFrame(locale: Locale, data: { marketplace: string; number: string; link: string }) {
  const t = translatorFor(locale, 'mail')
  return {
    locale,
    number: data.number,
    sentBy: t('sentBy', { marketplace: data.marketplace }),
    small: [`${t('openButton')} ${data.link}`],
  }
}
