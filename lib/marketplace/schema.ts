import type { Locale } from '@/lib/i18n/locales'

/** First parts of paths that are ours: a marketplace of such a name could not be reached, or not under its own rules. */
const OURS = ['ack', 'api', 'healthz', 'metrics', 'platform', 'readyz']

/** What may stand in every path of a marketplace, for good. */
export function isSlug(text: string): boolean {
  return /^[a-z][a-z0-9-]{1,39}$/.test(text) && !OURS.includes(text)
}

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
  undoSeconds: number
  viewLinkDays: number
  digestHour: number
  /** How many pages one person gets singly within `bundleSeconds`; more become one message. */
  bundleOver: number
  bundleSeconds: number
  /** How long before a shift somebody is warned whom nothing verified would reach. */
  shiftWarningHours: number
  /** How long before a company's maintenance ends by itself it is reminded of that; 0: not at all. */
  pauseReminderMinutes: number
  /** Over how many days a partner's declined claims are counted. */
  falseUrgentDays: number
}
