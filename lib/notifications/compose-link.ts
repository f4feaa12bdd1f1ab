import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import type { Composed, MailData } from './schema'

export function composeMagicLink(locale: Locale, data: MailData['token.magic_link']): Composed {
  const t = translatorFor(locale, 'mail')
  const { marketplace } = data
  return finishMail(t('magicLink.subject', { marketplace }), {
    ...frame(locale, data),
    heading: t('magicLink.heading'),
    before: [t('magicLink.text', { marketplace })],
    button: { label: t('magicLink.button'), href: data.link },
  })
}

export function composeInvitation(locale: Locale, data: MailData['token.invitation']): Composed {
  const t = translatorFor(locale, 'mail')
  const { marketplace, company } = data
  return finishMail(t('invitation.subject', { marketplace }), {
    ...frame(locale, data),
    heading: t('invitation.heading'),
    before: [company ? t('invitation.company', { company, marketplace }) : t('invitation.team', { marketplace })],
    button: { label: t('invitation.button'), href: data.link },
  })
}

export function composePasswordReset(locale: Locale, data: MailData['token.password_reset']): Composed {
  const t = translatorFor(locale, 'mail')
  return finishMail(t('passwordReset.subject', { marketplace: data.marketplace }), {
    ...frame(locale, data),
    heading: t('passwordReset.heading'),
    before: [t('passwordReset.text')],
    button: { label: t('passwordReset.button'), href: data.link },
  })
}

function frame(locale: Locale, data: MailData['token.magic_link']) {
  const t = translatorFor(locale, 'mail')
  const when = formatsFor(locale, data.timeZone).promise(data.expiresAt)
  return {
    locale,
    // Somebody who was invited may not have told us a name yet.
    ...(data.reader && { greeting: t('greeting', { name: data.reader }) }),
    sentBy: t('sentBy', { marketplace: data.marketplace }),
    after: [t('link.expires', { when })],
    small: [t('link.notYou'), `${t('openButton')} ${data.link}`],
  }
}
