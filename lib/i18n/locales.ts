/** The five languages of one installation, in the order a language list shows them. */
export const locales = ['en', 'it', 'es', 'ru', 'pt-BR'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value)
}
