import type { Locale } from './locales'

/** Each language by its own name, because somebody looking for hers cannot read the others. */
export const languageNames: Record<Locale, string> = {
  en: 'English',
  it: 'Italiano',
  es: 'Español',
  ru: 'Русский',
  'pt-BR': 'Português (Brasil)',
}
