import { idFrom } from '@/lib/foundation/ids'
import { asWorker } from '@/lib/tenancy'
import { planMails } from './plan-mails'

/** Namespace of digests' facts: the same planned time gives the same mail. */
const DIGEST_NAMESPACE = '0b0f5a3e-2f0a-5d39-9d2f-6c1b8a4e7d10'

/** Most notices that one digest tells of; the portal shows the others. */
const MOST = 100

/**
 * Plans the daily mail of one reader whose time has come, of everything that waits for it and that she has not read in
 * the portal meanwhile; of nothing there is none. A stale or repeated call does nothing.
 */
export async function sendDigest(marketplaceId: string, membershipId: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    const due = { marketplaceId, membershipId, nextDigestAt: { lte: now } }
    const row = await tx.mailPreference.findFirst({ where: due })
    const { count } = await tx.mailPreference.updateMany({ where: due, data: { nextDigestAt: null } })
    if (!row?.nextDigestAt || count === 0) return
    const waiting = { marketplaceId, membershipId, forDigest: true }
    const notices = await tx.notice.findMany({
      where: { ...waiting, readAt: null },
      select: { id: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST,
    })
    await tx.notice.updateMany({ where: waiting, data: { forDigest: false } })
    if (notices.length === 0) return
    const factId = idFrom(DIGEST_NAMESPACE, [membershipId, row.nextDigestAt.toISOString()])
    await planMails(tx, now, {
      marketplaceId,
      kind: 'digest',
      subjectKind: 'membership',
      subjectId: membershipId,
      partnerId: row.partnerId,
      factId,
      recipientIds: [membershipId],
      payload: { noticeIds: notices.map(({ id }) => id).join(' ') },
    })
  })
}
