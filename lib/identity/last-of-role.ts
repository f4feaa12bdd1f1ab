/** The role without which a company, or a marketplace, could no longer be managed by its own people. */
export function topRoleOf(partnerId: string | null): 'owner' | 'admin' {
  return partnerId === null ? 'admin' : 'owner'
}

type Holder = { id: string; role: string; partnerId: string | null; joinedAt: Date | null; disabledAt: Date | null }

/**
 * Why `target` may not lose its role or be disabled: it is the last one of its company or marketplace that still
 * holds the managing role. Null when another remains, or when it never held it.
 */
export function lastOfRole(target: Holder, all: readonly Holder[]): 'last_owner' | 'last_admin' | null {
  const top = topRoleOf(target.partnerId)
  if (target.role !== top || !holds(target)) return null
  const others = all.filter(
    (member) =>
      member.id !== target.id && member.partnerId === target.partnerId && member.role === top && holds(member),
  )
  return others.length === 0 ? `last_${top}` : null
}

/** Somebody who was invited and never came manages nothing yet. */
function holds(member: Holder): boolean {
  return member.joinedAt !== null && member.disabledAt === null
}
