import type { StaffActor } from '@/lib/authz'
import type { Outcome } from '@/lib/foundation/outcome'
import { type ChangedTicket, type ChangeRefusal, changeTicket } from './change-ticket'
import type { FindingsInput } from './schema'

/**
 * What support found out about a fault: whether it could be reproduced (null: not tried yet), and what was done on the
 * partner's behalf until it is mended, such as an updated listing (002-12).
 */
export function recordFindings(
  actor: StaffActor,
  { ticketId, reproduced, workaround }: FindingsInput,
): Promise<Outcome<ChangedTicket, ChangeRefusal>> {
  return changeTicket(actor, ticketId, async (tx, ticket) => {
    const before = await tx.ticket.findFirstOrThrow({
      where: { id: ticket.id },
      select: { reproduced: true, workaround: true },
    })
    const after = { reproduced, workaround: workaround === '' ? null : workaround }
    if (before.reproduced === after.reproduced && before.workaround === after.workaround) return null
    return { kind: 'findings_changed', audience: 'staff', data: {}, also: after, before, after }
  })
}
