import type { PrismaClient } from '@/lib/db'
import { foldFaults } from '../builders/urgent'
import type { Outside } from './outside'

/**
 * What must hold of the database once all is quiet, compared with what stands outside it: one line for each thing that is
 * wrong. Deliveries of runs that were taken meanwhile are SUPPRESSED and owe nothing.
 */
export async function wrongsAfter(owner: PrismaClient, outside: Outside): Promise<string[]> {
  const wrongs: string[] = []
  const arrived = copiesById(outside)
  const deliveries = await owner.delivery.findMany({ include: { attempts: true } })
  for (const { id, address, status, channel, bundleId, attempts } of deliveries) {
    if (channel !== 'mail') continue
    const carried = bundleId !== null && bundleId !== id
    const copies = arrived.get(id) ?? 0
    const known = attempts.filter(({ outcome }) => outcome !== 'unknown').length
    if (status === 'PENDING' || status === 'SENDING') wrongs.push(`${id} is still ${status} (invariant 6)`)
    if (status === 'SENT' && copies === 0 && !carried) wrongs.push(`${id} to ${address} says SENT and never came`)
    if (copies > attempts.length) wrongs.push(`${id} came ${copies} times in ${attempts.length} attempts`)
    if (copies > 1 && attempts.length - known < copies - 1) wrongs.push(`${id} came twice for no reason (invariant 8)`)
  }
  const subjects = [...outside.promised.values()].map(({ subject }) => subject)
  const counts = new Map<string, number>()
  for (const { subject } of await owner.ticket.findMany({ select: { subject: true } }))
    counts.set(subject, (counts.get(subject) ?? 0) + 1)
  for (const subject of subjects)
    if (counts.get(subject) !== 1) wrongs.push(`${subject} stands ${counts.get(subject) ?? 0} times`)
  wrongs.push(...(await foldFaults(owner)).map((fault) => `${fault} (invariant 3)`))
  return wrongs
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
