import type { Actor } from '@/lib/authz'
import type { Prisma, Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'

export type Audited = {
  act: string
  subjectKind: string
  subjectId: string
  before?: Prisma.InputJsonValue
  after?: Prisma.InputJsonValue
}

/** Writes one line of the audit log in the transaction of the change it tells of. */
export async function recordAudit(tx: Tx, actor: Actor, now: Date, audited: Audited): Promise<void> {
  const { before, after, ...what } = audited
  // createMany: a partner may write its line but not read the log, so nothing can be returned.
  await tx.auditEvent.createMany({
    data: {
      id: newId(),
      marketplaceId: actor.marketplaceId,
      partnerId: actor.partnerId,
      actorId: actor.membershipId,
      at: now,
      ...what,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  })
}
