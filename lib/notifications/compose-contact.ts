import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import { personalFrame } from './personal-frame'
import type { Composed, MailData } from './schema'

/* Messages about a person's own phone: a code that proves an address, a test, a warning before a shift. */

/** The digits come first: they are read on a locked screen and in a list of mails. */
export function composeContactCode(locale: Locale, data: MailData['contact.code']): Composed {
  const t = translatorFor(locale, 'mailOncall')
  const { marketplace, expiresAt, timeZone } = data
  const code = `${data.code.slice(0, 3)} ${data.code.slice(3)}`
  const before = [t('contactCode.text', { marketplace })]
  return finishMail(
    t('contactCode.subject', { code, marketplace }),
    {
      ...personalFrame(locale, data),
      heading: t('contactCode.heading', { code }),
      before,
      after: [t('contactCode.expires', { when: formatsFor(locale, timeZone).time(expiresAt) })],
      button: { label: t('contactCode.button'), href: data.link },
      small: [t('contactCode.notYou')],
    },
    { text: before.join('\n') },
  )
}

export function composeContactTest(locale: Locale, data: MailData['contact.test']): Composed {
  const t = translatorFor(locale, 'mailOncall')
  return finishMail(t('contactTest.subject', { marketplace: data.marketplace }), {
    ...personalFrame(locale, data),
    heading: t('contactTest.heading'),
    before: [t('contactTest.text')],
    button: { label: t('contactTest.button'), href: data.link },
  })
}

/** To whom no page would reach, and to the leads, who can find somebody else. */
export function composeUnreachable(locale: Locale, data: MailData['oncall.unreachable']): Composed {
  const t = translatorFor(locale, 'mailOncall')
  const { name, schedule, from, to, timeZone } = data
  const { promise } = formatsFor(locale, timeZone)
  const who = name === null ? 'You' : 'Other'
  const values = { name: name ?? '', when: promise(from) }
  return finishMail(t(`unreachable.subject${who}`, values), {
    ...personalFrame(locale, data),
    urgent: true,
    heading: t(`unreachable.heading${who}`, values),
    before: [t(`unreachable.text${who}`)],
    facts: [
      { name: t('unreachable.schedule'), value: schedule },
      { name: t('unreachable.from'), value: promise(from) },
      ...(to ? [{ name: t('unreachable.to'), value: promise(to) }] : []),
    ],
    button: { label: t(`unreachable.button${who}`), href: data.link },
  })
}
