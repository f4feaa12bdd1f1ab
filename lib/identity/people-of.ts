import type { Tx } from '@/lib/db'
import { isLocale, type Locale } from '@/lib/i18n/locales'

/** A person behind a membership, as other rooms name and reach her. Their views leave out what a viewer must not see. */
export type Person = {
  membershipId: string
  userId: string
  name: string
  email: string
  locale: Locale | null
  timeZone: string | null
  partnerId: string | null
  role: string
  /** Joined, and not disabled. */
  active: boolean
}

/** The people behind these memberships, as far as the open transaction may see them; the others are left out. */
export async function peopleOf(tx: Tx, membershipIds: readonly string[]): Promise<Map<string, Person>> {
  const wanted = [...new Set(membershipIds)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.membership.findMany({ where: { id: { in: wanted } }, include: { user: true } })
  return new Map(rows.map((row) => [row.id, personOf(row)]))
}

/** Everybody active on the staff (`partnerId` null) or in a company, oldest first; for finding whom to tell. */
export async function activePeople(
  tx: Tx,
  { partnerId, roles }: { partnerId: string | null; roles?: readonly string[] },
): Promise<Person[]> {
  const rows = await tx.membership.findMany({
    where: { partnerId, disabledAt: null, joinedAt: { not: null }, ...(roles && { role: { in: [...roles] } }) },
    include: { user: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(personOf).filter((person) => person.active)
}

type Row = {
  id: string
  userId: string
  partnerId: string | null
  role: string
  joinedAt: Date | null
  disabledAt: Date | null
  user: { name: string; email: string; locale: string | null; timeZone: string | null; disabledAt: Date | null }
}

function personOf({ user, ...row }: Row): Person {
  return {
    membershipId: row.id,
    userId: row.userId,
    name: user.name,
    email: user.email,
    locale: isLocale(user.locale) ? user.locale : null,
    timeZone: user.timeZone,
    partnerId: row.partnerId,
    role: row.role,
    active: row.joinedAt !== null && row.disabledAt === null && user.disabledAt === null,
  }
}
