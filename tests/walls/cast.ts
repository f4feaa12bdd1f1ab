import type { Actor } from '@/lib/authz'
import { considerClaim } from '@/lib/escalation'
import { ackToken } from '@/lib/escalation/ack-token'
import { newId } from '@/lib/foundation/ids'
import { openTicket } from '@/lib/tickets'
import type { MarketplaceWorld, PartnerWorld } from '@/tests/builders/world'
import type { TestDatabase } from '@/tests/setup/database'
import { guarded, neverForPartners, type Row } from './access'
import { roleColumns } from './who-may'

/** What an attempt is made on: the things of one company of one marketplace. */
export type Target = {
  slug: string
  partnerId: string
  topicId: string
  ticketId: string
  number: string
  attachmentId: string
  /** A member of that company who is nobody of those who try. */
  memberId: string
  /** An open escalation of that company's claim, and the link that was sent for it. */
  escalationId: string
  ackToken: string
}

/** One person of each role, in the order of who-may.ts: the staff of a marketplace and the people of one company. */
export function peopleOf(place: MarketplaceWorld, company: PartnerWorld): Actor[] {
  const people = [place.agent, place.lead, place.oncall, place.admin, company.owner, company.member, company.technical]
  return roleColumns.map((role) => people.find((person) => person.role === role) as Actor)
}

/** Finds or makes the things of one company. A member is made anew each time, because attempts may disable her. */
export async function targetOf(
  database: TestDatabase,
  place: MarketplaceWorld,
  company: PartnerWorld,
): Promise<Target> {
  const { owner } = database
  const { marketplaceId, topicId, slug } = place
  const { partnerId } = company
  const ticket = await owner.ticket.findFirstOrThrow({
    where: { marketplaceId, partnerId },
    orderBy: { number: 'asc' },
  })
  const file = await owner.attachment.findFirstOrThrow({ where: { marketplaceId, partnerId, audience: 'partner' } })
  const userId = newId()
  const memberId = newId()
  const at = ticket.createdAt
  await owner.user.create({ data: { id: userId, email: `${userId}@some.example`, name: 'Colleague' } })
  await owner.membership.create({
    data: { marketplaceId, id: memberId, userId, partnerId, role: 'member', createdAt: at, joinedAt: at },
  })
  return {
    slug,
    partnerId,
    topicId,
    ticketId: ticket.id,
    number: `${place.prefix}-${ticket.number}`,
    attachmentId: file.id,
    memberId,
    ...(await escalationOf(database, place, company)),
  }
}

/** One open escalation of a company, made as the product makes it. */
async function escalationOf({ owner }: TestDatabase, place: MarketplaceWorld, company: PartnerWorld) {
  const { marketplaceId, urgentTopicId: topicId } = place
  const condition = 'orders_blocked'
  const made = { marketplaceId, partnerId: company.partnerId, condition }
  if ((await owner.claim.count({ where: made })) === 0) {
    const said = { subject: 'Orders stand still', body: 'Nothing moves.', attachmentIds: [] }
    const opened = await openTicket(company.technical, {
      submissionKey: newId(),
      topicId,
      ...said,
      claim: { condition },
    })
    if (!opened.ok) throw new Error(opened.why)
    const { id } = await owner.claim.findFirstOrThrow({ where: made })
    await considerClaim(marketplaceId, id)
  }
  const { id: claimId } = await owner.claim.findFirstOrThrow({ where: made })
  const { id: escalationId } = await owner.escalation.findFirstOrThrow({ where: { claimId } })
  const page = await owner.delivery.findFirstOrThrow({ where: { subjectId: escalationId, recipientId: { not: null } } })
  return { escalationId, ackToken: ackToken(page.id) }
}

/** Ids in an answer that this actor must not know: of the other marketplace, of another company, of the staff's own. */
export function leaksIn(answer: unknown, actor: Actor, rows: ReadonlyMap<string, readonly Row[]>): string[] {
  if (answer instanceof Error) return []
  const text = typeof answer === 'string' ? answer : asText(answer)
  const found: string[] = []
  for (const [table, all] of rows)
    for (const row of all)
      if (typeof row.id === 'string' && isForeign(table, row, actor) && text.includes(row.id))
        found.push(`${table} ${row.id}`)
  return found
}

function isForeign(table: string, row: Row, actor: Actor): boolean {
  if (row.marketplace_id !== actor.marketplaceId) return true
  if (actor.side === 'staff') return false
  if ((neverForPartners as readonly string[]).includes(table) || row.audience === 'staff') return true
  return table === 'partner' ? row.id !== actor.partnerId : !!row.partner_id && row.partner_id !== actor.partnerId
}

function asText(answer: unknown): string {
  return JSON.stringify(answer, (_key, value) => (typeof value === 'bigint' ? String(value) : value)) ?? ''
}

export const tables = Object.keys(guarded)
