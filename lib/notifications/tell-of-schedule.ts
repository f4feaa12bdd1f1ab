import type { Tx } from '@/lib/db'
import { planMails } from './plan-mails'

export type CoverFact = { marketplaceId: string; coverId: string; recipientIds: readonly string[] }

/** Somebody asks for cover, it was taken, or it is not needed any more; once to each person. */
export function tellCover(
  tx: Tx,
  now: Date,
  kind: 'oncall.cover_asked' | 'oncall.cover_taken' | 'oncall.cover_withdrawn',
  { marketplaceId, coverId, recipientIds }: CoverFact,
): Promise<void> {
  const what = { subjectKind: 'cover' as const, subjectId: coverId, partnerId: null, factId: coverId }
  return planMails(tx, now, { marketplaceId, kind, ...what, recipientIds, payload: {} })
}

type GapFact = {
  marketplaceId: string
  scheduleId: string
  from: Date
  to: Date | null
  recipientIds: readonly string[]
}

/** Nobody will be on call from `from` on; once for each gap to each person. `to` null: no end is in sight. */
export function tellGap(tx: Tx, now: Date, { marketplaceId, scheduleId, from, to, recipientIds }: GapFact) {
  return planMails(tx, now, {
    marketplaceId,
    kind: 'oncall.gap',
    subjectKind: 'schedule',
    subjectId: scheduleId,
    partnerId: null,
    factId: `${scheduleId} ${from.toISOString()}`,
    recipientIds,
    payload: { from: from.toISOString(), to: to?.toISOString() ?? null },
  })
}
