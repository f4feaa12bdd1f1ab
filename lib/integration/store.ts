import type { Tx } from '@/lib/db'
import { settingsOf } from '@/lib/marketplace'
import { nextLook } from './pause-times'

export type StoredPause = {
  id: string
  partnerId: string
  fromAt: Date
  untilAt: Date
  reason: string
  createdById: string
  endedAt: Date | null
  endedById: string | null
  remindedAt: Date | null
}

/** The maintenance that is announced or runs; one whose end has come is over, whether or not the worker was there. */
export async function openPause(tx: Tx, partnerId: string, now: Date): Promise<StoredPause | null> {
  return tx.integrationPause.findFirst({ where: { partnerId, endedAt: null, untilAt: { gt: now } } })
}

/** The maintenance that runs now. */
export async function pauseOf(tx: Tx, partnerId: string, now: Date): Promise<StoredPause | null> {
  const pause = await openPause(tx, partnerId, now)
  return pause && pause.fromAt <= now ? pause : null
}

/** When the worker is to look at a maintenance with these times. */
export async function lookAt(
  tx: Tx,
  marketplaceId: string,
  now: Date,
  pause: Pick<StoredPause, 'fromAt' | 'untilAt' | 'remindedAt'>,
): Promise<Date> {
  const { pauseReminderMinutes } = await settingsOf(tx, marketplaceId)
  return nextLook(pause, pauseReminderMinutes, now)
}

/** Closes the one whose end has come and which the worker has not looked at yet, so that it stands in no other's way. */
export async function closeOverdue(tx: Tx, partnerId: string, now: Date): Promise<void> {
  const overdue = await tx.integrationPause.findFirst({ where: { partnerId, endedAt: null, untilAt: { lte: now } } })
  if (!overdue) return
  const { id, untilAt } = overdue
  await tx.integrationPause.updateMany({ where: { id, endedAt: null }, data: { endedAt: untilAt, nextAt: null } })
}

/** A maintenance for its mails, whatever became of it; null when row security shows none. */
export async function pauseById(tx: Tx, id: string): Promise<StoredPause | null> {
  return tx.integrationPause.findFirst({ where: { id } })
}
