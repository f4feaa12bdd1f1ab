import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { closeRunOf } from '@/lib/escalation'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { dedupKeyOfHeartbeat } from './consider-heartbeat'
import { missedAt } from './heartbeat-move'
import { isKnownPolicy } from './known-policy'
import { lockHeartbeat } from './lock-row.sql'
import type { HeartbeatState, Severity } from './schema'
import { hashOf, newHeartbeatToken } from './secret'

export type NewHeartbeat = {
  name: string
  everySeconds: number
  graceSeconds: number
  severity: Severity
  policyId: string | null
}
/** The only time that the address is told. */
type Told = { heartbeatId: string; token: string }
type Gate = 'not_allowed' | 'not_found'

/** A heartbeat that waits for its first report; nothing is missed before that. */
export async function createHeartbeat(actor: StaffActor, input: NewHeartbeat): Promise<Outcome<Told, Gate>> {
  if (!authorize(actor, 'alerts.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    if (!(await isKnownPolicy(tx, input.policyId))) return refuse('not_found')
    const { marketplaceId, membershipId } = actor
    const [id, token] = [newId(), newHeartbeatToken()]
    const made = { createdAt: now, createdById: membershipId }
    await tx.heartbeat.create({ data: { marketplaceId, id, tokenHash: hashOf(token), ...input, ...made } })
    await recordAudit(tx, actor, now, {
      act: 'heartbeat.create',
      subjectKind: 'heartbeat',
      subjectId: id,
      after: { name: input.name, everySeconds: input.everySeconds },
    })
    return ok({ heartbeatId: id, token })
  })
}

/** A new address; the old one is dead at once. */
export async function renewHeartbeat(
  actor: StaffActor,
  { heartbeatId }: { heartbeatId: string },
): Promise<Outcome<Told, Gate>> {
  const token = newHeartbeatToken()
  const done = await change(actor, heartbeatId, 'heartbeat.renew', async (tx) => {
    await tx.heartbeat.updateMany({ where: { id: heartbeatId }, data: { tokenHash: hashOf(token) } })
  })
  return done.ok ? ok({ heartbeatId, token }) : done
}

/** Not missed while paused. Its open run is closed: what was missed is no longer expected. */
export function pauseHeartbeat(actor: StaffActor, { heartbeatId }: { heartbeatId: string }) {
  return change(actor, heartbeatId, 'heartbeat.pause', async (tx, now) => {
    await tx.heartbeat.updateMany({ where: { id: heartbeatId }, data: { state: 'paused', nextAt: null } })
    await closeRunOf(tx, now, dedupKeyOfHeartbeat(heartbeatId))
  })
}

/** Expected again, a whole interval from now on; one that was never heard waits for its first report. */
export function resumeHeartbeat(actor: StaffActor, { heartbeatId }: { heartbeatId: string }) {
  return change(actor, heartbeatId, 'heartbeat.resume', async (tx, now, beat) => {
    if (beat.state !== 'paused') return
    const state: HeartbeatState = beat.lastSeenAt ? 'healthy' : 'waiting'
    const expected = beat.lastSeenAt ? { lastSeenAt: now, nextAt: missedAt(beat, now) } : { nextAt: null }
    await tx.heartbeat.updateMany({ where: { id: heartbeatId }, data: { state, ...expected } })
  })
}

/** It is no longer expected; its open run is closed with it. */
export function archiveHeartbeat(actor: StaffActor, { heartbeatId }: { heartbeatId: string }) {
  return change(actor, heartbeatId, 'heartbeat.archive', async (tx, now) => {
    await tx.heartbeat.updateMany({ where: { id: heartbeatId }, data: { archivedAt: now, nextAt: null } })
    await closeRunOf(tx, now, dedupKeyOfHeartbeat(heartbeatId))
  })
}

type Held = { state: string; everySeconds: number; graceSeconds: number; lastSeenAt: Date | null }

async function change(
  actor: StaffActor,
  id: string,
  act: string,
  work: (tx: Tx, now: Date, beat: Held) => Promise<void>,
): Promise<Outcome<null, Gate>> {
  if (!authorize(actor, 'alerts.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    await lockHeartbeat(tx, actor.marketplaceId, id)
    const beat = await tx.heartbeat.findFirst({ where: { id, archivedAt: null } })
    if (!beat) return refuse('not_found')
    await work(tx, now, beat)
    await recordAudit(tx, actor, now, { act, subjectKind: 'heartbeat', subjectId: id })
    return ok(null)
  })
}
