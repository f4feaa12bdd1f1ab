import { type Actor, authorize } from '@/lib/authz'
import type { Outcome } from '@/lib/foundation/outcome'
import { ok, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import type { MemberRow } from './schema'

/** The staff (`partnerId` null) or a company's people: active first, then by name or address. */
export async function listMembers(
  actor: Actor,
  { partnerId }: { partnerId: string | null },
): Promise<Outcome<MemberRow[], 'not_found'>> {
  const may =
    partnerId === null ? authorize(actor, 'member.listStaff') : authorize(actor, 'member.listCompany', { partnerId })
  if (!may) return refuse('not_found')
  return asActor(actor, async (tx) => {
    const { marketplaceId } = actor
    const rows = await tx.membership.findMany({
      where: { marketplaceId, partnerId },
      include: { user: { select: { name: true, email: true } } },
    })
    return ok(rows.map((row) => rowFor(actor, row)).sort(byStatusThenName))
  })
}

type Row = {
  id: string
  role: string
  partnerId: string | null
  createdAt: Date
  joinedAt: Date | null
  disabledAt: Date | null
  user: { name: string; email: string }
}

function rowFor(actor: Actor, row: Row): MemberRow {
  const facts = { membershipId: row.id, partnerId: row.partnerId, role: row.role }
  const status = row.disabledAt ? 'disabled' : row.joinedAt ? 'active' : 'invited'
  return {
    membershipId: row.id,
    name: row.joinedAt ? row.user.name : null,
    email: row.user.email,
    role: row.role,
    status,
    since: row.joinedAt ?? row.createdAt,
    self: row.id === actor.membershipId,
    allowed: {
      disable: status !== 'disabled' && authorize(actor, 'member.disable', facts),
      enable: status === 'disabled' && authorize(actor, 'member.enable', facts),
      changeRole: status !== 'disabled' && authorize(actor, 'member.changeRole', facts),
      inviteAgain: status === 'invited' && authorize(actor, 'member.invite', facts),
    },
  }
}

const order = { active: 0, invited: 1, disabled: 2 }

function byStatusThenName(a: MemberRow, b: MemberRow): number {
  return order[a.status] - order[b.status] || (a.name ?? a.email).localeCompare(b.name ?? b.email, 'en')
}
