import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import { personalFrame } from './personal-frame'
import type { Composed, MailData } from './schema'

/* Mails about who is on call: covers and gaps. Times are the reader's own. */

export function composeCoverAsked(locale: Locale, data: MailData['oncall.cover_asked']): Composed {
  const t = translatorFor(locale, 'mailOncall')
  const { requestedBy: name, note, personally } = data
  const when = stretch(locale, data)
  return finishMail(t('cover.asked.subject', { name, when }), {
    ...personalFrame(locale, data),
    heading: t('cover.asked.heading', { name }),
    before: [t(personally ? 'cover.asked.you' : 'cover.asked.anybody', { name })],
    facts: factsOf(locale, data),
    quote: note ? { text: note, locale, intro: t('cover.asked.note') } : null,
    after: [t('cover.asked.after')],
    button: { label: t('cover.asked.button'), href: data.link },
  })
}

export function composeCoverTaken(locale: Locale, data: MailData['oncall.cover_taken']): Composed {
  const t = translatorFor(locale, 'mailOncall')
  const { by: name } = data
  return finishMail(t('cover.taken.subject', { name, when: stretch(locale, data) }), {
    ...personalFrame(locale, data),
    heading: t('cover.taken.heading', { name }),
    before: [t('cover.taken.text', { name })],
    facts: factsOf(locale, data),
    button: { label: t('cover.button'), href: data.link },
  })
}

export function composeCoverWithdrawn(locale: Locale, data: MailData['oncall.cover_withdrawn']): Composed {
  const t = translatorFor(locale, 'mailOncall')
  const { requestedBy: name } = data
  return finishMail(t('cover.withdrawn.subject', { name, when: stretch(locale, data) }), {
    ...personalFrame(locale, data),
    heading: t('cover.withdrawn.heading'),
    before: [t('cover.withdrawn.text', { name })],
    facts: factsOf(locale, data),
    button: { label: t('cover.button'), href: data.link },
  })
}

/** For those who can fill it: a page in a gap reaches nobody before it reaches the leads. */
export function composeGap(locale: Locale, data: MailData['oncall.gap']): Composed {
  const t = translatorFor(locale, 'mailOncall')
  const { schedule, from, to, timeZone } = data
  const { promise } = formatsFor(locale, timeZone)
  const value = to ? stretch(locale, { from, to, timeZone }) : t('gap.open', { when: promise(from) })
  return finishMail(t('gap.subject', { schedule, when: promise(from) }), {
    ...personalFrame(locale, data),
    heading: t('gap.heading'),
    before: [t('gap.text')],
    facts: [
      { name: t('cover.schedule'), value: schedule },
      { name: t('cover.when'), value },
    ],
    button: { label: t('gap.button'), href: data.link },
  })
}

type Stretched = { from: Date; to: Date; timeZone: string }

function stretch(locale: Locale, { from, to, timeZone }: Stretched): string {
  const { promise } = formatsFor(locale, timeZone)
  return `${promise(from)} – ${promise(to)}`
}

function factsOf(locale: Locale, data: Stretched & { schedule: string }) {
  const t = translatorFor(locale, 'mailOncall')
  return [
    { name: t('cover.schedule'), value: data.schedule },
    { name: t('cover.when'), value: stretch(locale, data) },
  ]
}
