import { createHash } from 'node:crypto'
import type { PartnerActor } from '@/lib/authz'
import { Prisma, type Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'

/* Pressing "send" twice, or a browser that sends again, makes one thing: the key is made with the form. */

export type Submission = { ticketId: string; createdAt: Date }

export function hashOf(input: object): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}

/** What was received under this key before: null nothing, refused when it was something else. */
export async function earlierSubmission(
  tx: Tx,
  actor: PartnerActor,
  key: string,
  bodyHash: string,
): Promise<Outcome<Submission | null, 'submission_reused'>> {
  const row = await tx.submission.findFirst({ where: { membershipId: actor.membershipId, key } })
  if (row && row.bodyHash !== bodyHash) return refuse('submission_reused')
  return ok(row)
}

/**
 * Takes the key for this ticket. A second sending of the same form waits here for the first to commit and then fails on
 * the unique key; `againOnConflict` starts it anew, and it finds what the first one made.
 */
export async function recordSubmission(
  tx: Tx,
  actor: PartnerActor,
  submission: { key: string; bodyHash: string; ticketId: string; at: Date },
): Promise<void> {
  const { key, bodyHash, ticketId, at } = submission
  const { marketplaceId, membershipId, partnerId } = actor
  await tx.submission.createMany({
    data: { marketplaceId, membershipId, partnerId, key, bodyHash, ticketId, createdAt: at },
  })
}

const CONFLICTS = ['P2002', 'P2034']
const TRIES = 4

/** Runs a use case again when somebody else committed the same thing first: the second look sees it. */
export async function againOnConflict<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      const conflict = error instanceof Prisma.PrismaClientKnownRequestError && CONFLICTS.includes(error.code)
      if (!conflict || tries >= TRIES) throw error
    }
  }
}
