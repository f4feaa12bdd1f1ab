import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { defaultLocale } from '@/lib/i18n'
import { ticketFacts } from '@/lib/tickets'
import { openOrRepeat } from './open-run'
import { policyToFreeze } from './policies'

/** A promise to a partner that was not kept; `kind` as sla names it ('first_answer', 'next_answer', 'resolution'). */
export type BreachToRun = { marketplaceId: string; ticketId: string; kind: string; dueAt: Date }

/** The key by which `closeRunOf` finds the run of a breach again, once the promise is met. */
export function breachKey({ ticketId, kind }: Pick<BreachToRun, 'ticketId' | 'kind'>): string {
  return `breach:${ticketId}:${kind}`
}

/**
 * Pages the engineer on call for a promise that was not kept (P2), by the policy of the ticket's topic, in the open
 * transaction; answers the run's id. It ends with its ticket, or by `closeRunOf`.
 * @throws when row security shows no such ticket
 */
export async function openBreachRun(tx: Tx, now: Date, breach: BreachToRun): Promise<string> {
  const { marketplaceId, ticketId, kind, dueAt } = breach
  const ticket = (await ticketFacts(tx, [ticketId])).get(ticketId)
  if (!ticket) throw new Error('a promise without a ticket')
  const { partnerId, topicId } = ticket
  const about = { marketplaceId, ticketId, partnerId, dedupKey: breachKey(breach) }
  const evidence = { breach: { kind, dueAt: dueAt.toISOString() } }
  const { run } = await openOrRepeat(
    tx,
    now,
    { ...about, source: 'breach', direction: 'IN', severity: 'P2', by: null, evidence },
    async () => policyToFreeze(tx, marketplaceId, (await topicById(tx, topicId, defaultLocale))?.policyId ?? null),
  )
  return run.id
}
