import { after, DAY } from '@/lib/foundation/clock'
import { actorBehind, peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { asStaff } from '@/lib/tenancy'
import { calendarText } from './calendar-text'
import { type FeedPass, isFeedToken, readFeedPass } from './feed-token'
import { everybodyIn, named, namesOf } from './naming'
import { shifts } from './shifts'
import { scheduleOf } from './store'

/** How much of the past and of the future a calendar is told. */
const PAST = 35 * DAY
const FUTURE = 190 * DAY

/**
 * What a calendar reads at a secret address of this marketplace: iCalendar text (RFC 5545). Null for an address that was
 * not made here or was replaced, whose owner is no longer active, or whose schedule was put away.
 */
export async function calendarFeed(marketplaceId: string, token: string): Promise<string | null> {
  const pass = readFeedPass(token)
  const actor = pass && (await actorBehind({ marketplaceId, membershipId: pass.membershipId, partnerId: null }))
  if (!pass || actor?.side !== 'staff') return null
  return asStaff(actor, async (tx, now) => {
    const { membershipId, scheduleId } = pass
    const feed = await tx.scheduleFeed.findFirst({ where: { membershipId, scheduleId } })
    if (!feed || !isFeedToken(token, marketplaceId, feed.nonce)) return null
    const schedule = await scheduleOf(tx, scheduleId, after(now, -PAST))
    if (!schedule || schedule.archivedAt) return null
    const marketplace = await marketplaceOf(tx, marketplaceId)
    const reader = (await peopleOf(tx, [membershipId])).get(membershipId)
    const tiles = shifts(schedule, after(now, -PAST), after(now, FUTURE))
    const names = await namesOf(tx, everybodyIn(tiles))
    return calendarText({
      now,
      locale: reader?.locale ?? marketplace.defaultLocale,
      marketplace,
      schedule,
      mine: mineOnly(pass),
      shifts: tiles.map((tile) => ({ from: tile.from, to: tile.to, ...named(names, tile) })),
    })
  })
}

function mineOnly({ membershipId, whole }: FeedPass): string | null {
  return whole ? null : membershipId
}
