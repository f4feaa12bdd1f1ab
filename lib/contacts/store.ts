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
}

type Row = Awaited<ReturnType<Tx['contactMethod']['findFirstOrThrow']>>

export function asMethod(row: Row): ContactMethod {
  const { marketplaceId: _, createdAt: __, channel, config, ...rest } = row
  return { ...rest, channel: channel as Channel, config: config as MethodConfig }
}
