import type { Actor } from '@/lib/authz'
import { type Outcome, ok } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { modeOf } from './mail-way'
import type { MailMode } from './schema'

/** Which mails this person gets as this member; each company and the staff have their own. */
export async function myMailMode(actor: Actor): Promise<MailMode> {
  const { marketplaceId, membershipId } = actor
  const row = await asActor(actor, (tx) =>
    tx.mailPreference.findUnique({ where: { marketplaceId_membershipId: { marketplaceId, membershipId } } }),
  )
  return modeOf((row?.mode ?? null) as MailMode | null, actor.side)
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
