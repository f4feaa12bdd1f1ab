import { type Locale, translatorFor } from '@/lib/i18n'

/** What every mail to one person about her own matters begins and ends with; `link` once more as text, for those whose button fails. */
export function personalFrame(
  locale: Locale,
  { reader, marketplace, link }: { reader: string; marketplace: string; link: string },
) {
  const mail = translatorFor(locale, 'mail')
  return {
    locale,
    greeting: mail('greeting', { name: reader }),
    sentBy: mail('sentBy', { marketplace }),
    small: [`${mail('openButton')} ${link}`],
  }
}
