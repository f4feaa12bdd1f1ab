import { type Actor, authorize } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { Channel } from '@/lib/delivery'
import type { MethodConfig } from './schema'

/** One way to reach one person, as the row has it. */
export type ContactMethod = {
  id: string
  membershipId: string
  partnerId: string | null
  channel: Channel
  /** A mail address, a number (+ and digits), an https address of a push service, a webhook or an ntfy topic. */
  address: string
  label: string | null
  config: MethodConfig
  verifiedAt: Date | null
  disabledAt: Date | null
  disabledWhy: string | null
  codeHash: string | null
  codeExpiresAt: Date | null
  codeTries: number
  testedAt: Date | null
  testId: string | null
  receivedAt: Date | null
  createdAt: Date
}

type Row = Awaited<ReturnType<Tx['contactMethod']['findFirstOrThrow']>>

export function asMethod(row: Row): ContactMethod {
  const { marketplaceId: _, channel, config, ...rest } = row
  return { ...rest, channel: channel as Channel, config: config as MethodConfig }
}

/** Her own method, or null: everybody has a phone and nobody has another's. */
export async function ownMethod(tx: Tx, actor: Actor, methodId: string): Promise<ContactMethod | null> {
  const row = await tx.contactMethod.findFirst({ where: { id: methodId } })
  return row && authorize(actor, 'phone.own', { membershipId: row.membershipId }) ? asMethod(row) : null
}

/** All of hers, oldest first. */
export async function ownMethods(tx: Tx, { membershipId }: Actor): Promise<ContactMethod[]> {
  const rows = await tx.contactMethod.findMany({
    where: { membershipId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(asMethod)
}

export async function change(
  tx: Tx,
  { marketplaceId }: Actor,
  id: string,
  data: Parameters<Tx['contactMethod']['update']>[0]['data'],
): Promise<void> {
  await tx.contactMethod.update({ where: { marketplaceId_id: { marketplaceId, id } }, data })
}
