import { setTimeout as pause } from 'node:timers/promises'
import type { Tx } from '@/lib/db'
import { stopwatch } from '@/lib/foundation/clock'
import { failpoint } from '@/lib/foundation/failpoint'
import { log } from '@/lib/foundation/log'
import { asWorker } from '@/lib/tenancy'
import { LEASE_MS } from './claim-deliveries.sql'
import type { Claimed, DeliveryStatus, Message } from './schema'
import { type Senders, send } from './senders'
import { type AttemptEnd, settleDelivery } from './settle-delivery'

export type Prepared = { send: true; message: Omit<Message, 'id'> } | { send: false; why: string }

/** What this room cannot know, handed in by the worker: what a message says, whether it is still wanted, who must hear of a failure. */
export type DeliveryPorts = {
  senders: Senders
  /** Composes, and reads last of all whether the message is still wanted (the guard). */
  prepare(tx: Tx, now: Date, claimed: Claimed): Promise<Prepared>
  /** How long a listener that throws keeps the end of a failed delivery unwritten, in milliseconds; then it goes unheard. */
  hearingMs?: number
  /** Joins the transaction that settles a delivery as FAILED or DEAD. */
  afterFailure(tx: Tx, now: Date, claimed: Claimed): Promise<void>
}

/**
 * One claimed delivery to its end or its next try: guard read, send, settle. The guard's transaction is over before the
 * socket opens, and nothing else comes between, so an acknowledgement that it could see stops the copy (invariant 9).
 */
export async function deliver(claimed: Claimed, ports: DeliveryPorts): Promise<DeliveryStatus | null> {
  const end = await attempt(claimed, ports)
  if (end === 'lost') return null
  failpoint('before_settle')
  return settle(claimed, end, ports)
}

async function attempt(claimed: Claimed, ports: DeliveryPorts): Promise<AttemptEnd | 'lost'> {
  try {
    const prepared = await asWorker(claimed.marketplaceId, async (tx, now) => {
      if (!(await isStillOurs(tx, claimed))) return 'lost' as const
      return ports.prepare(tx, now, claimed)
    })
    if (prepared === 'lost') return 'lost'
    if (!prepared.send) return { outcome: 'suppressed', detail: prepared.why }
    const end = await send(ports.senders, claimed.channel, { ...prepared.message, id: claimed.id })
    failpoint('after_send')
    return end
  } catch (error) {
    log.error({ err: error, delivery: claimed.id, kind: claimed.kind }, 'a delivery could not be prepared')
    return { outcome: 'retry', detail: 'could not be prepared' }
  }
}

/** A worker that stood still past its lease finds that somebody else took over, and stays silent. */
async function isStillOurs(tx: Tx, { marketplaceId, id, attempt: number }: Claimed): Promise<boolean> {
  return (await tx.delivery.count({ where: { marketplaceId, id, attempt: number, status: 'SENDING' } })) === 1
}

/**
 * While the database is away the outcome is kept and offered again: forgetting it would double the message. A listener
 * that throws every time is left out in the end: every delivery ends (invariant 6), and the step's own timer goes on.
 */
async function settle(claimed: Claimed, end: AttemptEnd, ports: DeliveryPorts): Promise<DeliveryStatus | null> {
  const { hearingMs = LEASE_MS / 2 } = ports
  for (const begun = stopwatch(); ; await pause(250)) {
    const heard = stopwatch() - begun < hearingMs
    try {
      return await asWorker(claimed.marketplaceId, async (tx, now) => {
        const status = await settleDelivery(tx, now, claimed, end)
        if (heard && (status === 'FAILED' || status === 'DEAD')) await ports.afterFailure(tx, now, claimed)
        return status
      })
    } catch (error) {
      log.warn({ err: error, delivery: claimed.id }, 'a delivery could not be settled yet')
      if (stopwatch() - begun > LEASE_MS) return null
    }
  }
}
