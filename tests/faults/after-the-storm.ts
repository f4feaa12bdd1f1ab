import { setTimeout as pause } from 'node:timers/promises'
import type { PrismaClient } from '@/lib/db'
import { foldFaults } from '../builders/urgent'
import type { Outside } from './outside'

/**
 * What must hold of the database once all is quiet, compared with what stands outside it: one line for each thing that is
 * wrong. Deliveries of runs that were taken meanwhile are SUPPRESSED and owe nothing.
 */
export async function wrongsAfter(owner: PrismaClient, outside: Outside, marketplaceId: string): Promise<string[]> {
  const wrongs: string[] = []
  const arrived = copiesById(outside)
  const deliveries = await owner.delivery.findMany({ where: { marketplaceId }, include: { attempts: true } })
  for (const { id, address, status, bundleId, attempts } of deliveries) {
    const carried = bundleId !== null && bundleId !== id
    const copies = arrived.get(id) ?? 0
    const known = attempts.filter(({ outcome }) => outcome !== 'unknown').length
    if (status === 'PENDING' || status === 'SENDING') wrongs.push(`${id} is still ${status} (invariant 6)`)
    if (status === 'FAILED' || status === 'DEAD')
      wrongs.push(`${id} gave up on ${address}, which is well (invariant 7)`)
    if (status === 'SENT' && copies === 0 && !carried) wrongs.push(`${id} to ${address} says SENT and never came`)
    if (copies > attempts.length) wrongs.push(`${id} came ${copies} times in ${attempts.length} attempts`)
    if (copies > 1 && attempts.length - known < copies - 1) wrongs.push(`${id} came twice for no reason (invariant 8)`)
  }
  const subjects = [...outside.promised.values()].map(({ subject }) => subject)
  const counts = new Map<string, number>()
  for (const { subject } of await owner.ticket.findMany({ where: { marketplaceId }, select: { subject: true } }))
    counts.set(subject, (counts.get(subject) ?? 0) + 1)
  for (const subject of subjects)
    if (counts.get(subject) !== 1) wrongs.push(`${subject} stands ${counts.get(subject) ?? 0} times`)
  wrongs.push(...(await foldFaults(owner, { marketplaceId })).map((fault) => `${fault} (invariant 3)`))
  return wrongs
}

/** Waits until nothing waits to leave any more for a while. @throws after `limit` milliseconds: then a delivery does not end */
export async function quiet(owner: PrismaClient, marketplaceId: string, limit = 300_000): Promise<void> {
  const begun = performance.now()
  for (let calm = 0; calm < 10; await pause(300)) {
    const open = await owner.delivery.count({ where: { marketplaceId, status: { in: ['PENDING', 'SENDING'] } } })
    calm = open === 0 ? calm + 1 : 0
    if (performance.now() - begun > limit) throw new Error(`${open} deliveries do not end (invariant 6)`)
  }
}

/** Runs that somebody was told she had taken and that nobody has. */
export async function forgottenTakes(owner: PrismaClient, taken: ReadonlySet<string>): Promise<string[]> {
  const acked = await owner.escalationEvent.findMany({ where: { kind: 'acked' }, select: { escalationId: true } })
  const known = new Set(acked.map(({ escalationId }) => escalationId))
  return [...taken].filter((id) => !known.has(id))
}

/** How often each delivery came: its id is what stands before the @ of its Message-ID. */
function copiesById(outside: Outside): Map<string, number> {
  return new Map([...outside.byMessage].map(([key, count]) => [/^<([^@]+)@/.exec(key)?.[1] ?? key, count]))
}
