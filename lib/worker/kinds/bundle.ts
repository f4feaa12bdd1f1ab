import type { Tx } from '@/lib/db'
import type { Claimed, PreparedBundle } from '@/lib/delivery'
import { ackToken } from '@/lib/escalation'
import { type BundledRun, composeBundle } from '@/lib/notifications'
import { bundledRun, escalationKinds } from './escalation'
import { mailTo, readerOf } from './reader'

/** The pages that become one message when one person gets many of them. */
export const BUNDLED_KINDS = ['escalation.page', 'escalation.assess'] as const

/**
 * Several pages for one person as one message: each with its own acknowledge link, and one link to all of them. Every
 * guard is read last, after all words are ready; what is not wanted any more is left out.
 */
export async function prepareBundle(tx: Tx, now: Date, claimed: readonly Claimed[]): Promise<PreparedBundle> {
  const [first] = claimed
  const reader = first && (await readerOf(tx, first))
  const runs = new Map<string, BundledRun>()
  for (const one of claimed) {
    const run = await bundledRun(tx, now, one)
    if (run) runs.set(one.id, run)
  }
  const unwanted = new Map<string, string>()
  for (const one of claimed) {
    const kind = escalationKinds[one.kind as (typeof BUNDLED_KINDS)[number]]
    const why = runs.has(one.id) ? await kind.guard(tx, now, one) : 'the escalation is gone'
    if (why !== null) unwanted.set(one.id, why)
  }
  const wanted = claimed.filter(({ id }) => !unwanted.has(id))
  if (!reader || !first || wanted.length < 2) return { unwanted, message: null }
  const { marketplace, locale, timeZone, url } = reader
  const link = url(`/ack/${ackToken(first.bundleId ?? first.id)}`)
  const composed = composeBundle(locale, {
    marketplace: marketplace.name,
    timeZone,
    link,
    now,
    runs: wanted.flatMap(({ id }) => runs.get(id) ?? []),
  })
  return { unwanted, message: mailTo(reader, first.address, composed, null) }
}
