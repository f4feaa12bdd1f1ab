import type { Tx } from '@/lib/db'
import { settingsOf } from '@/lib/marketplace'
import { wakeWorker } from '@/lib/tenancy'
import { mailWay } from './mail-way'
import { nextDigest } from './next-digest'
import { planDigest } from './plan-digest.sql'
import type { MailMode, NoticeKind } from './schema'

export type MailToSend = {
  marketplaceId: string
  membershipId: string
  kind: NoticeKind
  factId: string
  /** The reader's zone (IANA): her digest leaves in her morning. */
  timeZone: string
}

/**
 * Why this mail is not to be sent now, or null when it is: read when it would leave, so a preference counts from the
 * moment it is changed. What waits for a digest is laid in for it here. For the worker.
 */
export async function whyNotNow(tx: Tx, now: Date, mail: MailToSend): Promise<string | null> {
  const { marketplaceId, membershipId, kind, factId, timeZone } = mail
  const chosen = await tx.mailPreference.findUnique({
    where: { marketplaceId_membershipId: { marketplaceId, membershipId } },
  })
  const way = mailWay(kind, (chosen?.mode ?? null) as MailMode | null)
  if (way === 'now') return null
  if (way === 'never') return 'the reader wants only what needs her'
  const { digestHour } = await settingsOf(tx, marketplaceId)
  const waiting = { marketplaceId, membershipId, kind, factId, readAt: null }
  if ((await tx.notice.count({ where: waiting })) === 0) return 'the reader has read it already'
  await planDigest(tx, marketplaceId, membershipId, nextDigest(now, digestHour, timeZone))
  await tx.notice.updateMany({ where: waiting, data: { forDigest: true } })
  await wakeWorker(tx)
  return 'waits for the reader’s digest'
}
