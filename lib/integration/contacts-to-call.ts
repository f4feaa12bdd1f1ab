import type { Tx } from '@/lib/db'
import { activePeople, peopleOf } from '@/lib/identity'
import type { ContactHours, Severity } from './schema'
import { type Callable, whoToCall } from './who-to-call'

/**
 * The memberships to tell of an escalation to this company (000-15): its technical contacts by severity and hour, else its
 * owners. Who was invited and has not joined, or was disabled, is passed over. Empty only for a company without people.
 */
export async function contactsToCall(
  tx: Tx,
  marketplaceId: string,
  partnerId: string,
  severity: Severity,
  now: Date,
): Promise<string[]> {
  const rows = await tx.partnerContact.findMany({ where: { marketplaceId, partnerId } })
  const people = await peopleOf(
    tx,
    rows.map(({ membershipId }) => membershipId),
  )
  const called = whoToCall(
    rows.filter(({ membershipId }) => people.get(membershipId)?.active).map(callable),
    severity,
    now,
  )
  if (called.length > 0) return called
  const owners = await activePeople(tx, { partnerId, roles: ['owner'] })
  return owners.map(({ membershipId }) => membershipId)
}

function callable(row: { membershipId: string; position: number; minSeverity: string; hours: unknown }): Callable {
  const { membershipId, position } = row
  return {
    membershipId,
    position,
    minSeverity: row.minSeverity as Severity,
    hours: row.hours as ContactHours | null,
  }
}
