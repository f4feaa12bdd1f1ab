import { ticketReport } from '@/lib/analytics'
import type { PartnerActor, StaffActor } from '@/lib/authz'
import type { PrismaClient } from '@/lib/db'
import { listTickets, queue, ticketForPartner, ticketForStaff } from '@/lib/tickets'
import { LIST_TABS, QUEUE_VIEWS } from '@/lib/tickets/schema'
import { brands } from '@/prisma/seeds/bulk/texts'

export type Asked = (round: number) => Promise<unknown>

/** Who asks, and for what: the company with the most requests, an agent, and some numbers of theirs. */
export type Cast = { agent: StaffActor; partner: PartnerActor; hers: string[]; open: string[] }

export async function castOf(owner: PrismaClient): Promise<Cast> {
  const marketplace = await owner.marketplace.findFirstOrThrow({ where: { slug: 'nova' } })
  const { id: marketplaceId, prefix } = marketplace
  const alice = await owner.user.findUniqueOrThrow({ where: { email: 'alice@nova-market.example' } })
  const staff = await owner.membership.findFirstOrThrow({ where: { marketplaceId, userId: alice.id } })
  const [largest] = await owner.ticket.groupBy({
    by: ['partnerId'],
    where: { marketplaceId },
    _count: true,
    orderBy: { _count: { partnerId: 'desc' } },
    take: 1,
  })
  const partnerId = largest?.partnerId ?? ''
  const member = await owner.membership.findFirstOrThrow({ where: { marketplaceId, partnerId, role: 'owner' } })
  const numbers = async (where: { partnerId?: string; state?: { not: string } }) =>
    (await owner.ticket.findMany({ where: { marketplaceId, ...where }, orderBy: { number: 'desc' }, take: 30 })).map(
      ({ number }) => `${prefix}-${number}`,
    )
  return {
    agent: { side: 'staff', marketplaceId, membershipId: staff.id, userId: alice.id, role: 'agent', partnerId: null },
    partner: {
      side: 'partner',
      marketplaceId,
      membershipId: member.id,
      userId: member.userId,
      role: 'owner',
      partnerId,
    },
    hers: await numbers({ partnerId }),
    open: await numbers({ state: { not: 'completed' } }),
  }
}

/** Words of the invented requests: one that many hold, one that few do, both together, and one that nobody wrote. */
const SEARCHES: Readonly<Record<string, string>> = {
  'a rare word': brands.at(-40) ?? '',
  'a common word': 'pedido',
  'a beginning of many words': 'pro',
  'two common words': 'pedido saldo',
  'a common and a rare word': `pedido ${brands.at(-40)}`,
  'a word that nobody wrote': 'zzqqxx',
  'small words alone': 'de la',
}

/** Everything that is timed, by the name it is told under. */
export function asks({ agent, partner, hers, open }: Cast): Record<string, Asked> {
  const locale = 'es'
  const at = (numbers: readonly string[], round: number) => numbers[round % numbers.length] ?? ''
  const said: Record<string, Asked> = {}
  for (const tab of LIST_TABS) said[`list, ${tab}`] = () => listTickets(partner, { tab, locale })
  said['list, the second page'] = async () => {
    const first = await listTickets(partner, { tab: 'closed', locale })
    return listTickets(partner, { tab: 'closed', locale, cursor: first.nextCursor ?? undefined })
  }
  for (const view of QUEUE_VIEWS) said[`queue, ${view}`] = () => queue(agent, { view, locale })
  said['queue, waiting by change'] = () => queue(agent, { view: 'waiting', sort: 'change', locale })
  said['request, the partner’s page'] = (round) => ticketForPartner(partner, at(hers, round), locale)
  said['request, the agent’s page'] = (round) => ticketForStaff(agent, at(open, round), locale)
  for (const [name, search] of Object.entries(SEARCHES)) {
    said[`search, partner: ${name}`] = () => listTickets(partner, { tab: 'all', search, locale })
    said[`search, desk: ${name}`] = () => queue(agent, { view: 'all', search, locale })
  }
  said['report of 30 days'] = () => ticketReport(agent, { locale })
  return said
}
