import type { Tx } from '@/lib/db'
import { HOUR } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'

const contacts = { kind: 'partner_contacts' }
const consultant = { kind: 'consultant' }
const leads = { kind: 'leads' }

const MINUTES = 60
const HOURS = HOUR / 1000
const DAYS = 24 * HOURS

/** A policy by which partners are called: its figures as a version holds them, in seconds. */
export type OutPolicy = {
  severity: 'P0' | 'P1' | 'P2'
  name: string
  steps: { delaySeconds: number; targets: { kind: string }[] }[]
  repeat: number
  ackExpirySeconds: number
  catchAllEverySeconds: number
  catchAll: { kind: string }[]
}

/**
 * How a partner is called (000-15, 000-16): told, reminded twice, expected to have answered within an hour, a day or a week;
 * then its consultant and the leads hear of it. Who took it and writes nothing for as long is reminded again. A migration
 * gives the same to marketplaces that exist already.
 */
export const OUT_POLICIES: readonly OutPolicy[] = [
  {
    severity: 'P0',
    name: 'Calling a partner, P0',
    steps: [
      { delaySeconds: 15 * MINUTES, targets: [contacts] },
      { delaySeconds: 15 * MINUTES, targets: [contacts] },
      { delaySeconds: 30 * MINUTES, targets: [contacts] },
      { delaySeconds: 30 * MINUTES, targets: [consultant, leads] },
    ],
    repeat: 1,
    ackExpirySeconds: HOURS,
    catchAllEverySeconds: HOURS,
    catchAll: [consultant, leads, contacts],
  },
  {
    severity: 'P1',
    name: 'Calling a partner, P1',
    steps: [
      { delaySeconds: 8 * HOURS, targets: [contacts] },
      { delaySeconds: 8 * HOURS, targets: [contacts] },
      { delaySeconds: 8 * HOURS, targets: [contacts] },
      { delaySeconds: 8 * HOURS, targets: [consultant, leads] },
    ],
    repeat: 1,
    ackExpirySeconds: DAYS,
    catchAllEverySeconds: DAYS,
    catchAll: [consultant, leads, contacts],
  },
  {
    severity: 'P2',
    name: 'Calling a partner, P2',
    steps: [
      { delaySeconds: 3 * DAYS, targets: [contacts] },
      { delaySeconds: 2 * DAYS, targets: [contacts] },
      { delaySeconds: 2 * DAYS, targets: [contacts] },
      { delaySeconds: 2 * DAYS, targets: [consultant, leads] },
    ],
    repeat: 1,
    ackExpirySeconds: 7 * DAYS,
    catchAllEverySeconds: 7 * DAYS,
    catchAll: [consultant, leads, contacts],
  },
]

/** Writes them for one marketplace, in the owner's transaction. */
export async function seedOutPolicies(tx: Tx, marketplaceId: string, now: Date): Promise<void> {
  const made = OUT_POLICIES.map((one) => ({ ...one, policyId: newId() }))
  await tx.policy.createMany({
    data: made.map(({ policyId: id, name, severity }) => ({ marketplaceId, id, name, direction: 'OUT', severity })),
  })
  await tx.policyVersion.createMany({
    data: made.map(({ name, severity, ...version }) => ({
      ...version,
      marketplaceId,
      id: newId(),
      version: 1,
      createdAt: now,
    })),
  })
}
