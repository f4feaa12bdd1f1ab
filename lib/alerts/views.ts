import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { policyChoices, runsFrom } from '@/lib/escalation'
import { marketplaceOf } from '@/lib/marketplace'
import { asStaff } from '@/lib/tenancy'
import { missedAt } from './heartbeat-move'
import type { AlertRow, AlertsPage, HeartbeatRow, HeartbeatState, KeyKind, KeyRow, Severity } from './schema'

/** How many that are firing, and how many that are over, stand on the page. */
const FIRING = 100
const RESOLVED = 30

/** What monitoring systems report, with which keys, and which heartbeats are expected. Null: not for this person. */
export async function alertsPage(actor: StaffActor): Promise<AlertsPage | null> {
  if (!authorize(actor, 'alerts.read')) return null
  return asStaff(actor, async (tx, now) => {
    const policies = await policyChoices(tx)
    const nameOf = (id: string | null) => policies.find((policy) => policy.id === id)?.name ?? null
    const { marketplaceId } = actor
    return {
      now,
      firing: await alertRows(tx, marketplaceId, 'firing', FIRING),
      resolved: await alertRows(tx, marketplaceId, 'resolved', RESOLVED),
      keys: await keyRows(tx, now, nameOf),
      heartbeats: await heartbeatRows(tx, nameOf),
      policies,
      mayEdit: authorize(actor, 'alerts.edit'),
      alertsPath: `/${(await marketplaceOf(tx, marketplaceId)).slug}/api/alerts`,
    }
  })
}

async function alertRows(tx: Tx, marketplaceId: string, state: 'firing' | 'resolved', most: number) {
  const rows = await tx.alert.findMany({
    where: { marketplaceId, state },
    include: { key: { select: { name: true } } },
    orderBy: [{ lastAt: 'desc' }, { id: 'desc' }],
    take: most,
  })
  const runs = await runsFrom(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row): AlertRow => {
    const { id, title, firstAt, lastAt, resolvedAt, reports } = row
    const severity = row.severity as Severity
    const times = { firstAt, lastAt, resolvedAt, reports }
    return { id, title, severity, state, ...times, key: row.key.name, escalationId: runs.get(id) ?? null }
  })
}

async function keyRows(tx: Tx, now: Date, nameOf: (id: string | null) => string | null): Promise<KeyRow[]> {
  const rows = await tx.alertKey.findMany({
    orderBy: [{ revokedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind as KeyKind,
    severity: row.severity as Severity,
    policy: nameOf(row.policyId),
    createdAt: row.createdAt,
    lastUsedAt: row.lastUsedAt,
    revokedAt: row.revokedAt,
    oldKeyUntil: row.oldKeyUntil && row.oldKeyUntil > now ? row.oldKeyUntil : null,
  }))
}

async function heartbeatRows(tx: Tx, nameOf: (id: string | null) => string | null): Promise<HeartbeatRow[]> {
  const rows = await tx.heartbeat.findMany({ where: { archivedAt: null }, orderBy: { name: 'asc' } })
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    state: row.state as HeartbeatState,
    everySeconds: row.everySeconds,
    graceSeconds: row.graceSeconds,
    severity: row.severity as Severity,
    policy: nameOf(row.policyId),
    lastSeenAt: row.lastSeenAt,
    missedAt: row.state === 'healthy' && row.lastSeenAt ? missedAt(row, row.lastSeenAt) : null,
  }))
}
