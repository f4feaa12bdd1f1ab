import type { Actor } from '@/lib/authz'
import { type Outcome, ok } from '@/lib/foundation/outcome'
import { settingsOf } from '@/lib/marketplace'
import { asActor } from '@/lib/tenancy'
import { modeOf } from './mail-way'
import type { MailMode } from './schema'

export type MyMails = {
  mode: MailMode
  /** The hour of her day at which a digest leaves, 0 to 23. */
  digestHour: number
}

/** Which mails this person gets as this member; each company and the staff have their own. */
export async function myMails(actor: Actor): Promise<MyMails> {
  const { marketplaceId, membershipId, side } = actor
  return asActor(actor, async (tx) => {
    const where = { marketplaceId_membershipId: { marketplaceId, membershipId } }
    const row = await tx.mailPreference.findUnique({ where })
    const { digestHour } = await settingsOf(tx, marketplaceId)
    return { mode: modeOf((row?.mode ?? null) as MailMode | null, side), digestHour }
  })
}

/** Counts for every mail that has not left yet; what already waits for a digest still comes in it. */
export async function saveMailMode(actor: Actor, { mode }: { mode: MailMode }): Promise<Outcome<null>> {
  const { marketplaceId, membershipId, partnerId } = actor
  await asActor(actor, (tx, now) =>
    tx.mailPreference.upsert({
      where: { marketplaceId_membershipId: { marketplaceId, membershipId } },
      create: { marketplaceId, membershipId, partnerId, mode, updatedAt: now },
      update: { mode, updatedAt: now },
    }),
  )
  return ok(null)
}
