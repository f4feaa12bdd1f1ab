import { randomUUID } from 'node:crypto'
import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { marketplaceOf } from '@/lib/marketplace'
import { asStaff } from '@/lib/tenancy'
import { feedToken } from './feed-token'
import type { OwnFeed } from './schema'

/** The actor's own calendar addresses of a schedule, as paths; null before they were made. */
export async function ownFeed(actor: StaffActor, { scheduleId }: { scheduleId: string }): Promise<OwnFeed | null> {
  if (!authorize(actor, 'feed.own')) return null
  const { membershipId } = actor
  return asStaff(actor, async (tx) => {
    const row = await tx.scheduleFeed.findFirst({ where: { membershipId, scheduleId } })
    return row && addresses(tx, actor, scheduleId, row)
  })
}

/** Makes the actor's calendar addresses of a schedule anew: those given out before are dead. */
export async function renewFeed(
  actor: StaffActor,
  { scheduleId }: { scheduleId: string },
): Promise<Outcome<OwnFeed, 'not_allowed' | 'not_found'>> {
  if (!authorize(actor, 'feed.own')) return refuse('not_allowed')
  const { marketplaceId, membershipId } = actor
  return asStaff(actor, async (tx, now) => {
    const schedule = await tx.schedule.findFirst({ where: { id: scheduleId, archivedAt: null } })
    if (!schedule) return refuse('not_found')
    const made = { nonce: randomUUID(), createdAt: now }
    await tx.scheduleFeed.upsert({
      where: { marketplaceId_membershipId_scheduleId: { marketplaceId, membershipId, scheduleId } },
      create: { marketplaceId, membershipId, scheduleId, ...made },
      update: made,
    })
    return ok(await addresses(tx, actor, scheduleId, made))
  })
}

async function addresses(
  tx: Tx,
  { marketplaceId, membershipId }: StaffActor,
  scheduleId: string,
  { nonce, createdAt }: { nonce: string; createdAt: Date },
): Promise<OwnFeed> {
  const { slug } = await marketplaceOf(tx, marketplaceId)
  const path = (whole: boolean) =>
    `/${slug}/api/schedule/${feedToken(marketplaceId, nonce, { membershipId, scheduleId, whole })}`
  return { mine: path(false), whole: path(true), createdAt }
}
