import type { Locale } from '@/lib/i18n/locales'
import { withoutTenant } from '@/lib/tenancy'

/** Keeps the language a person picked, for her mails and for her next sign-in on another device. */
export async function saveLocale(userId: string, locale: Locale): Promise<void> {
  await withoutTenant((tx) => tx.user.update({ where: { id: userId }, data: { locale } }))
}
