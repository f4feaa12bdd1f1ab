import { createHash } from 'node:crypto'
import { after, DAY, HOUR, MINUTE } from '@/lib/foundation/clock'
import { newId, randomToken } from '@/lib/foundation/ids'
import type { Grounds, SeededMarketplace } from './world'

/** Secrets that nobody was told: in the demo a new key is one button away. */
const untold = () => createHash('sha256').update(randomToken()).digest('hex')

/**
 * The systems that report to a marketplace: a monitoring system with its key and what it found, one job that is expected
 * and one that is paused. No heartbeat runs, because nobody would send it and the demo would page for ever.
 */
export async function writeSystems({ tx, now, founded }: Grounds, { id: marketplaceId, staff }: SeededMarketplace) {
  const admin = [...staff.values()].find(({ role }) => role === 'admin')
  if (!admin) throw new Error('the demo world has no administrator')
  const made = { marketplaceId, createdAt: founded, createdById: admin.membershipId }
  const keyId = newId()
  await tx.alertKey.create({
    data: {
      ...made,
      id: keyId,
      name: 'Prometheus',
      kind: 'alertmanager',
      keyHash: untold(),
      lastUsedAt: after(now, -3 * HOUR),
    },
  })
  const found = [
    { title: 'Order queue of the hub grows', severity: 'P1', began: 27 * HOUR, lasted: 14 * MINUTE, reports: 3 },
    { title: 'Catalogue import slower than usual', severity: 'P2', began: 3.2 * HOUR, lasted: 12 * MINUTE, reports: 1 },
  ]
  await tx.alert.createMany({
    data: found.map(({ title, severity, began, lasted, reports }) => {
      const firstAt = after(now, -began)
      const over = after(firstAt, lasted)
      const times = { firstAt, lastAt: over, resolvedAt: over, consideredAt: over }
      const alert = { marketplaceId, id: newId(), keyId, fingerprint: title, title, detail: '' }
      return { ...alert, severity, state: 'resolved', reports, ...times }
    }),
  })
  await tx.heartbeat.createMany({
    data: [
      {
        ...made,
        id: newId(),
        name: 'Nightly export of orders',
        tokenHash: untold(),
        everySeconds: 86_400,
        graceSeconds: 3600,
      },
      {
        ...made,
        id: newId(),
        name: 'Pull of carrier statuses',
        tokenHash: untold(),
        everySeconds: 900,
        graceSeconds: 300,
        state: 'paused',
        lastSeenAt: after(now, -2 * DAY),
      },
    ],
  })
}
