import type { Tx } from '@/lib/db'

export type LockedMember = {
  id: string
  userId: string
  role: string
  partnerId: string | null
  joinedAt: Date | null
  disabledAt: Date | null
}

type Row = {
  id: string
  user_id: string
  role: string
  partner_id: string | null
  joined_at: Date | null
  disabled_at: Date | null
}

/**
 * Locks, in one order for everybody, the actor's and the target's rows and all active holders of the role that must
 * never die out (a company's owners, a marketplace's admins). Two people who demote each other at once stand in line
 * here; the second sees what the first has done, because a waiting `for update` reads the row anew.
 */
export async function lockMembers(
  tx: Tx,
  marketplaceId: string,
  topRole: { role: string; partnerId: string | null },
  ids: readonly string[],
): Promise<LockedMember[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, user_id, role, partner_id, joined_at, disabled_at from membership
     where marketplace_id = ${marketplaceId}::uuid
       and (id = any (${ids}::uuid[]) or (role = ${topRole.role} and joined_at is not null and disabled_at is null
            and partner_id is not distinct from ${topRole.partnerId}::uuid))
     order by id for update`
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    role: row.role,
    partnerId: row.partner_id,
    joinedAt: row.joined_at,
    disabledAt: row.disabled_at,
  }))
}

export type LockedMembership = { id: string; role: string; joined: boolean; disabled: boolean }

/** Locks a person's membership on the staff (`partnerId` null) or in a company, so that two invitations stand in line. */
export async function lockMembershipOf(
  tx: Tx,
  marketplaceId: string,
  userId: string,
  partnerId: string | null,
): Promise<LockedMembership | null> {
  const rows = await tx.$queryRaw<LockedMembership[]>`
    select id, role, joined_at is not null as joined, disabled_at is not null as disabled from membership
     where marketplace_id = ${marketplaceId}::uuid and user_id = ${userId}::uuid
       and partner_id is not distinct from ${partnerId}::uuid for update`
  return rows[0] ?? null
}
