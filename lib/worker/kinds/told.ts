import { type NoticeKind, whyNotNow } from '@/lib/notifications'
import type { Kind } from './kind'
import { readerOf } from './reader'

/** Mails of one request belong together in everybody's mailbox. */
export function threadOf(ticket: { id: string }): string {
  return `ticket.${ticket.id}`
}

/** The same mail, unless its reader wants such ones later or not at all. */
export function byPreference(kind: NoticeKind, mail: Kind): Kind {
  return {
    guard: mail.guard,
    async compose(tx, now, claimed) {
      const reader = await readerOf(tx, claimed)
      if (!reader) return { why: 'the reader is no longer here' }
      const { marketplaceId, payload } = claimed
      const { timeZone, person } = reader
      const factId = String(payload.factId)
      const why = await whyNotNow(tx, now, { marketplaceId, membershipId: person.membershipId, kind, factId, timeZone })
      return why === null ? mail.compose(tx, now, claimed) : { why }
    },
  }
}
