import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import { noticeLine } from './notice-line'
import type { Composed, MailData } from './schema'

/** Everything of a day in one mail, grouped by request. */
export function composeDigest(locale: Locale, data: MailData['digest']): Composed {
  const t = translatorFor(locale, 'mail')
  const formats = formatsFor(locale, data.timeZone)
  const { marketplace, about, more } = data
  const count = about.length + more
  return finishMail(t('digest.subject', { marketplace, count }), {
    locale,
    heading: t('digest.heading'),
    greeting: t('greeting', { name: data.reader }),
    before: [t('digest.text', { count })],
    items: about.map(({ number, subject, locale: written, link, notices }) => ({
      number,
      title: subject,
      titleLocale: written,
      href: link,
      lines: notices.map((notice) => `${noticeLine(locale, formats, notice)} · ${formats.promise(notice.at)}`),
    })),
    after: more > 0 ? [t('digest.more', { more })] : [],
    button: { label: t('digest.button'), href: data.link },
    sentBy: t('sentBy', { marketplace }),
    small: [t('digest.why'), `${t('openButton')} ${data.link}`, `${t('chooseMails')} ${data.settingsLink}`],
  })
}
