import type { Locale } from '@/lib/i18n/locales'

/** A marketplace as pages and mails show it. */
export type Marketplace = {
  id: string
  slug: string
  name: string
  /** Two to four capital letters before each ticket number. */
  prefix: string
  defaultLocale: Locale
  /** IANA name. */
  timeZone: string
  brandColor: string | null
}

/** The numbers a marketplace may change; requirements.md, Defaults. */
export type MarketplaceSettings = {
  fileBytes: number
  messageBytes: number
  cooldownMinutes: number
  autoCloseDays: number
  autoCloseReminderDays: number
  ratingDays: number
  evidenceWindowMinutes: number
  incidentPartners: number
}
