import { setTimeout as pause } from 'node:timers/promises'
import type { Tx } from '@/lib/db'
import { stopwatch } from '@/lib/foundation/clock'
import { failpoint } from '@/lib/foundation/failpoint'
import { log } from '@/lib/foundation/log'
import { asWorker } from '@/lib/tenancy'
import { LEASE_MS } from './claim-deliveries.sql'
import type { Claimed, DeliveryStatus, Message, Way, Words } from './schema'
import { type Senders, send } from './senders'
import { type AttemptEnd, chanceOf, settleDelivery } from './settle-delivery'

/** `failed`: it can't be sent by this road, so the reader's next one is taken; otherwise nobody needs it any more. */
export type Prepared = { send: true; message: Words; way?: Way | null } | { send: false; why: string; failed?: true }

/** What becomes of each page of a bundle, and the one message that names those still wanted. */
export type PreparedBundle = {
  unwanted: ReadonlyMap<string, string>
  message: Words | null
  way?: Way | null
  /** Why none of them can be sent by this road. */
  failed?: string
}

/** What this room cannot know, handed in by the worker: what a message says, whether it is still wanted, who must hear of a failure. */
export type DeliveryPorts = {
  senders: Senders
  /** Composes, and reads last of all whether the message is still wanted (the guard). */
  prepare(tx: Tx, now: Date, claimed: Claimed): Promise<Prepared>
  /** The same for several pages that leave as one message; the message is made when at least two are wanted. */
  prepareBundle?(tx: Tx, now: Date, claimed: readonly Claimed[]): Promise<PreparedBundle>
  /** How long a listener that throws keeps the end of a failed delivery unwritten, in milliseconds; then it goes unheard. */
  hearingMs?: number
  /** Joins the transaction that settles a delivery as FAILED or DEAD. */
  afterFailure(tx: Tx, now: Date, claimed: Claimed, end: AttemptEnd): Promise<void>
}

type Ends = ReadonlyMap<string, AttemptEnd>

/**
 * One claimed delivery to its end or its next try: guard read, send, settle. The guard's transaction is over before the
 * socket opens, and nothing else comes between, so an acknowledgement that it could see stops the copy (invariant 9).
 * `others`: those that leave in the same message; all of them are settled in one transaction. Answers the status of the
 * first, null when it was lost.
 */
export async function deliver(
  claimed: Claimed,
  ports: DeliveryPorts,
  others: readonly Claimed[] = [],
): Promise<DeliveryStatus | null> {
  const all = [claimed, ...others]
  const ends = await attempt(all, ports)
  if (ends.size === 0) return null
  failpoint('before_settle')
  const statuses = await settle(all, ends, ports)
  return statuses.get(claimed.id) ?? null
}

type Ready = { ends: Ends; message: Message | null; carries: readonly Claimed[] }

async function attempt(all: readonly Claimed[], ports: DeliveryPorts): Promise<Ends> {
  const [first] = all
  if (!first) return new Map()
  try {
    const { ends, message, carries } = await asWorker(first.marketplaceId, async (tx, now) => {
      const ours = await stillOurs(tx, all)
      return ours.length > 1 ? readyTogether(tx, now, ours, ports) : ready(tx, now, ours, ports)
    })
    if (!message) return ends
    const end = await send(ports.senders, first.channel, message)
    failpoint('after_send')
    return new Map([...ends, ...endOf(carries, end)])
  } catch (error) {
    log.error({ err: error, delivery: first.id, kind: first.kind }, 'a delivery could not be prepared')
    return endOf(all, { outcome: 'retry', detail: 'could not be prepared' })
  }
}

async function ready(tx: Tx, now: Date, ours: readonly Claimed[], ports: DeliveryPorts): Promise<Ready> {
  const [claimed] = ours
  if (!claimed) return { ends: new Map(), message: null, carries: [] }
  const prepared = await ports.prepare(tx, now, claimed)
  if (!prepared.send) {
    const outcome = prepared.failed ? 'failed' : 'suppressed'
    return { ends: endOf(ours, { outcome, detail: prepared.why }), message: null, carries: [] }
  }
  return { ends: new Map(), message: messageOf(claimed, claimed.id, prepared), carries: ours }
}

/** A single one that is left over is sent as itself. */
async function readyTogether(tx: Tx, now: Date, ours: readonly Claimed[], ports: DeliveryPorts): Promise<Ready> {
  if (!ports.prepareBundle) throw new Error('nobody knows how to tell several pages in one message')
  const { unwanted, message, way, failed } = await ports.prepareBundle(tx, now, ours)
  if (failed) return { ends: endOf(ours, { outcome: 'failed', detail: failed }), message: null, carries: [] }
  const wanted = ours.filter(({ id }) => !unwanted.has(id))
  const ends = new Map(
    [...unwanted].map(([id, detail]): [string, AttemptEnd] => [id, { outcome: 'suppressed', detail }]),
  )
  const [first] = wanted
  if (!first) return { ends, message: null, carries: [] }
  if (wanted.length > 1 && message)
    return { ends, message: messageOf(first, first.bundleId ?? first.id, { message, way }), carries: wanted }
  const alone = await ready(tx, now, [first], ports)
  return { ...alone, ends: new Map([...ends, ...alone.ends]) }
}

function messageOf({ kind, locale }: Claimed, id: string, prepared: { message: Words; way?: Way | null }): Message {
  return { ...prepared.message, id, kind, locale, way: prepared.way ?? null }
}

function endOf(claimed: readonly Claimed[], end: AttemptEnd): Map<string, AttemptEnd> {
  return new Map(claimed.map(({ id }) => [id, end]))
}

/** A worker that stood still past its lease finds that somebody else took over, and stays silent. */
async function stillOurs(tx: Tx, all: readonly Claimed[]): Promise<Claimed[]> {
  const marketplaceId = all[0]?.marketplaceId
  const rows = await tx.delivery.findMany({
    where: { marketplaceId, id: { in: all.map(({ id }) => id) }, status: 'SENDING' },
    select: { id: true, attempt: true },
  })
  const attempts = new Map(rows.map(({ id, attempt: number }) => [id, number]))
  return all.filter(({ id, attempt: number }) => attempts.get(id) === number)
}

/**
 * While the database is away the outcome is kept and offered again: forgetting it would double the message. A listener
 * that throws every time is left out in the end: every delivery ends (invariant 6), and the step's own timer goes on.
 */
async function settle(
  all: readonly Claimed[],
  ends: Ends,
  ports: DeliveryPorts,
): Promise<ReadonlyMap<string, DeliveryStatus | null>> {
  const { hearingMs = LEASE_MS / 2 } = ports
  // Whoever hears of failures holds the run of each: always in the same order, so that two bundles never wait for each other.
  const ended = all.filter(({ id }) => ends.has(id)).sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1))
  const [first] = ended
  // One chance for all: what left together comes back together.
  const chance = chanceOf()
  for (const begun = stopwatch(); first; await pause(250)) {
    const heard = stopwatch() - begun < hearingMs
    try {
      return await asWorker(first.marketplaceId, async (tx, now) => {
        const statuses = new Map<string, DeliveryStatus | null>()
        for (const one of ended) {
          const end = ends.get(one.id) as AttemptEnd
          statuses.set(one.id, await settleDelivery(tx, now, one, end, chance))
        }
        for (const one of ended) {
          const status = statuses.get(one.id)
          if (heard && (status === 'FAILED' || status === 'DEAD'))
            await ports.afterFailure(tx, now, one, ends.get(one.id) as AttemptEnd)
        }
        return statuses
      })
    } catch (error) {
      log.warn({ err: error, delivery: first.id }, 'a delivery could not be settled yet')
      if (stopwatch() - begun > LEASE_MS) break
    }
  }
  return new Map()
}
