import type { Tx } from '@/lib/db'
import type { PolicyTarget } from './policy-schema'
import type { Recipient } from './transition-types'

/** Other systems by id, as somebody to tell. */
export type Endpoints = ReadonlyMap<string, Recipient>

/** The addresses of the systems that these targets name; one that was switched off is told nothing. */
export async function endpointsBehind(tx: Tx, targets: readonly PolicyTarget[]): Promise<Endpoints> {
  const ids = targets.flatMap((target) => (target.kind === 'webhook' ? [target.endpointId] : []))
  if (ids.length === 0) return new Map()
  const rows = await tx.webhookEndpoint.findMany({ where: { id: { in: [...new Set(ids)] }, disabledAt: null } })
  return new Map(
    rows.map(({ id, url }) => [
      id,
      {
        membershipId: null,
        endpointId: id,
        methods: [{ ruleIndex: 0, channel: 'webhook', address: url, delaySeconds: 0 }],
      },
    ]),
  )
}

/** What systems are called, by address: what the ledger says of a message is where it went. */
export async function endpointNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.webhookEndpoint.findMany({ select: { name: true, url: true } })
  return new Map(rows.map(({ name, url }) => [url, name]))
}
