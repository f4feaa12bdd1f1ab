import { type Locale, translatorFor } from '@/lib/i18n'

/** What a mail about a request needs beside its own words. `settingsLink`: where its reader chooses her mails. */
export type Framed = { marketplace: string; reader: string; number: string; link: string; settingsLink: string }

/** What each mail about a request has around its own words, whichever side reads it. */
export function mailFrame(locale: Locale, data: Framed) {
  const t = translatorFor(locale, 'mail')
  return {
    locale,
    number: data.number,
    greeting: t('greeting', { name: data.reader }),
    sentBy: t('sentBy', { marketplace: data.marketplace }),
    small: [`${t('openButton')} ${data.link}`, `${t('chooseMails')} ${data.settingsLink}`],
  }
}
