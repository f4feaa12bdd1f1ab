import { addRegionDays, calendarsOf, daysOf, holidaysOf } from '@/lib/calendar'
import type { Locale } from '@/lib/i18n/locales'
import { marketplaceOf } from '@/lib/marketplace'
import { asWorker } from '@/lib/tenancy'
import { askRecount } from './recount'

/**
 * Adds the public holidays of this year and the next where a calendar with a region has none of that year yet: before a
 * deadline can fall into it. What somebody made of a day stays.
 */
export async function refreshHolidays(marketplaceId: string): Promise<void> {
  const lacking = await asWorker(marketplaceId, async (tx, now) => {
    const { defaultLocale } = await marketplaceOf(tx, marketplaceId)
    const found: { calendarId: string; region: string; year: number; defaultLocale: Locale }[] = []
    for (const { id: calendarId, region } of await calendarsOf(tx, marketplaceId)) {
      if (region === null) continue
      for (const year of [now.getUTCFullYear(), now.getUTCFullYear() + 1]) {
        const known = await daysOf(tx, marketplaceId, calendarId, year)
        if (!known.some(({ source }) => source === region)) found.push({ calendarId, region, year, defaultLocale })
      }
    }
    return found
  })
  // Looked up outside of any transaction: the library is slow to wake.
  for (const { calendarId, region, year, defaultLocale } of lacking) {
    const days = await holidaysOf(region, year, defaultLocale)
    await asWorker(marketplaceId, async (tx, now) => {
      const added = await addRegionDays(tx, { marketplaceId, calendarId }, region, days)
      if (added > 0) await askRecount(tx, marketplaceId, now)
    })
  }
}
