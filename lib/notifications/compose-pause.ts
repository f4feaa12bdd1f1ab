import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import type { Composed, MailData } from './schema'

/** A maintenance ends soon (000-08): it can be given another end. */
export function composePauseReminder(locale: Locale, data: MailData['pause.reminder']): Composed {
  return about(locale, 'reminder', data)
}

/** A maintenance ended by itself (000-08): its company is called again. */
export function composePauseEnded(locale: Locale, data: MailData['pause.ended']): Composed {
  return about(locale, 'ended', data)
}

function about(locale: Locale, which: 'reminder' | 'ended', data: MailData['pause.reminder']): Composed {
  const t = translatorFor(locale, 'mailIntegration')
  const mail = translatorFor(locale, 'mail')
  const { company, reason, link } = data
  const when = formatsFor(locale, data.timeZone).promise(data.until)
  return finishMail(t(`pause.${which}.subject`, { company, when }), {
    locale,
    greeting: mail('greeting', { name: data.reader }),
    heading: t(`pause.${which}.heading`),
    before: [t(`pause.${which}.text`, { company, when })],
    facts: [{ name: t(`pause.${which}.reason`), value: reason }],
    after: [t(`pause.${which}.next`)],
    button: { label: t(`pause.${which}.button`), href: link },
    sentBy: mail('sentBy', { marketplace: data.marketplace }),
    small: [`${mail('openButton')} ${link}`, t('pause.settings', { company })],
  })
}
