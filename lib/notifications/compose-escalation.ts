import type { Brief } from '@/lib/delivery/schema'
import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { frame as ticketFrame } from './compose-ticket'
import { finishMail } from './finish-mail'
import type { Composed, MailData } from './schema'
import { threadSubject } from './thread-subject'

/** The page: read on a locked phone at night. What, who, since when, and one button. */
export function composePage(locale: Locale, data: MailData['escalation.page']): Composed {
  const t = translatorFor(locale, 'mail')
  const { nextAt, unanswered } = data
  const next = nextAt && t('page.next', { when: formatsFor(locale, data.timeZone).time(nextAt) })
  const title = unanswered
    ? translatorFor(locale, 'mailOncall')('page.unanswered', { title: titleOf(locale, data) })
    : titleOf(locale, data)
  const parts = {
    ...staffFrame(locale, data),
    urgent: true,
    heading: t('page.heading', { subject: data.subject }),
    before: unanswered ? [t('page.unanswered')] : [],
    facts: factsOf(locale, data),
    quote: data.quote,
    after: next && !unanswered ? [next] : [],
    button: { label: t('page.button'), href: data.link },
  }
  return finishMail(title, parts, inBrief(locale, data, data.link))
}

/** "Please assess": the team decides whether it is urgent, before the clock decides for them. */
export function composePleaseAssess(locale: Locale, data: MailData['escalation.assess']): Composed {
  const t = translatorFor(locale, 'mail')
  const { number, partner, subject } = data
  const deadline = t('assess.deadline', { when: formatsFor(locale, data.timeZone).time(data.decideBy) })
  const parts = {
    ...staffFrame(locale, data),
    urgent: true,
    heading: t('assess.heading'),
    before: [subject],
    facts: factsOf(locale, data),
    quote: data.quote,
    after: [deadline],
    button: { label: t('assess.button'), href: data.link },
    second: { label: t('assess.take'), href: data.takeLink },
  }
  const title = t('assess.subject', { number: number ?? '', partner: partner ?? '', subject })
  return finishMail(title, parts, { ...inBrief(locale, data, data.takeLink), text: deadline })
}

/** The owner of an escalation hears once that the partner claimed the same again. */
export function composeRepeat(locale: Locale, data: MailData['escalation.repeat']): Composed {
  const t = translatorFor(locale, 'mail')
  const { number, partner, subject, repeats } = data
  // No partner's claim: an alert, or somebody who called twice.
  const again = partner === ''
  return finishMail(again ? t('repeat.subjectAgain', { subject }) : t('repeat.subject', { number, partner, subject }), {
    ...staffFrame(locale, data),
    heading: t('repeat.heading'),
    before: [subject, again ? t('repeat.textAgain') : t('repeat.text', { partner, repeats })],
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

type Urgent = MailData['escalation.page'] | MailData['escalation.assess']
export type Named = Pick<Urgent, 'severity' | 'number' | 'partner' | 'subject'>

/** How severe, which, whose, what: as far as there is a request and a company behind it. */
export function titleOf(locale: Locale, { severity, number, partner, subject }: Named): string {
  if (number && partner) return translatorFor(locale, 'mail')('page.subject', { severity, number, partner, subject })
  const t = translatorFor(locale, 'mailOncall')
  return partner ? t('page.partner', { severity, partner, subject }) : t('page.bare', { severity, subject })
}

function inBrief(locale: Locale, data: Urgent, ackUrl: string): Partial<Brief> {
  const t = translatorFor(locale, 'mailOncall')
  const since = t('page.since', { when: formatsFor(locale, data.timeZone).short(data.since, data.now) })
  return {
    text: [...wordsOf(locale, data), since].join(' · '),
    ackUrl,
    severity: data.severity,
  }
}

/** What it is and why it came, in a few words. */
function wordsOf(locale: Locale, { topic, condition, source }: Urgent): string[] {
  const reported = condition && translatorFor(locale, 'escalation')(`condition.${condition}`)
  const called = source !== 'claim' && translatorFor(locale, 'mailOncall')(`source.${source}`)
  return [topic, reported, called].flatMap((words) => words || [])
}

function factsOf(locale: Locale, data: Urgent) {
  const t = translatorFor(locale, 'mail')
  const words = translatorFor(locale, 'escalation')
  const ours = translatorFor(locale, 'mailOncall')
  const { partner, topic, condition, source, since, now, timeZone } = data
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
  return [
    ...(partner ? [{ name: t('page.who'), value: partner }] : []),
    ...(topic ? [{ name: t('page.topic'), value: topic }] : []),
    ...(condition ? [{ name: t('page.condition'), value: words(`condition.${condition}`) }] : []),
    ...(source !== 'claim' ? [{ name: ours('page.source'), value: ours(`source.${source}`) }] : []),
    {
      name: t('page.since'),
      value: t('page.sinceValue', { when: formatsFor(locale, timeZone).promise(since), minutes }),
    },
  ]
}

function staffFrame(locale: Locale, data: { marketplace: string; number: string | null; link: string }) {
  const t = translatorFor(locale, 'mail')
  return {
    locale,
    ...(data.number && { number: data.number }),
    sentBy: t('sentBy', { marketplace: data.marketplace }),
    small: [`${t('openButton')} ${data.link}`],
  }
}
