import type { Locale } from '@/lib/i18n/locales'
import { whichLocale } from '@/lib/i18n/which-locale'
import type { Marketplace } from '@/lib/marketplace'
import { type Knock, preferences } from './knock'

/** Whom an answer is written for. */
export type Viewer = { locale: Locale; timeZone: string; theme: 'light' | 'dark' | null }

/**
 * Language: the cookie, which is set from the person's choice at sign-in, else what the browser accepts: the same
 * order as the texts of pages. Zone: the person's, else the marketplace's. Theme: null follows the device.
 */
export function viewerOf(knock: Knock, marketplace: Marketplace | null): Viewer {
  const theme = knock.cookie(preferences.theme)
  return {
    locale: whichLocale(knock.cookie(preferences.locale) ?? undefined, knock.header('accept-language')),
    timeZone: knock.session?.timeZone ?? marketplace?.timeZone ?? 'UTC',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  }
}
