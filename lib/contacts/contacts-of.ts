import type { Tx } from '@/lib/db'
import type { Channel } from '@/lib/delivery'
import { peopleOf } from '@/lib/identity'

/** One line of a person's own notify rules that fits a severity. `delaySeconds` counts from when she is to be told. */
export type ContactLine = {
  ruleIndex: number
  channel: Channel
  address: string
  delaySeconds: number
}

/**
 * How each of these people wants to be reached at `severity`: verified, enabled methods in the order of her rules.
 * Everybody asked for stands in the answer; an empty list is somebody whom nothing reaches, or who is no longer here.
 */
export async function contactsOf(
  tx: Tx,
  membershipIds: readonly string[],
  severity: 'P0' | 'P1' | 'P2',
): Promise<Map<string, ContactLine[]>> {
  const wanted = [...new Set(membershipIds)]
  const found = new Map<string, ContactLine[]>(wanted.map((id) => [id, []]))
  if (wanted.length === 0) return found
  const people = await peopleOf(tx, wanted)
  const rules = await tx.notifyRule.findMany({
    where: {
      membershipId: { in: wanted.filter((id) => people.get(id)?.active) },
      // 'P0' < 'P2' as text: a rule down to P2 is used for everything, one for P0 only for the most severe.
      minSeverity: { gte: severity },
      contactMethod: { verifiedAt: { not: null }, disabledAt: null },
    },
    include: { contactMethod: true },
    orderBy: [{ membershipId: 'asc' }, { position: 'asc' }],
  })
  for (const { membershipId, position, delaySeconds, contactMethod } of rules) {
    const { channel, address } = contactMethod
    found
      .get(membershipId)
      ?.push({ ruleIndex: position, channel: channel as ContactLine['channel'], address, delaySeconds })
  }
  return found
}

/** Those of these people whom a page of any severity would not reach: saving or showing a schedule warns of them. */
export async function unreachableOf(tx: Tx, membershipIds: readonly string[]): Promise<string[]> {
  const contacts = await contactsOf(tx, membershipIds, 'P2')
  return [...contacts].filter(([, lines]) => lines.length === 0).map(([membershipId]) => membershipId)
}
