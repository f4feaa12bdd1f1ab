import type { Tx } from '@/lib/db'

/** Whether this company has its integration in maintenance at `now` (000-08). Its own `until` ends it, worker or not. */
export async function isPaused(tx: Tx, partnerId: string, now: Date): Promise<boolean> {
  return (await pausedNow(tx, [partnerId], now)).has(partnerId)
}

/** Which of these companies are in maintenance at `now`. */
export async function pausedNow(tx: Tx, partnerIds: readonly string[], now: Date): Promise<Set<string>> {
  if (partnerIds.length === 0) return new Set()
  const running = await tx.integrationPause.findMany({
    where: {
      partnerId: { in: [...new Set(partnerIds)] },
      endedAt: null,
      fromAt: { lte: now },
      untilAt: { gt: now },
    },
    select: { partnerId: true },
  })
  return new Set(running.map(({ partnerId }) => partnerId))
}
