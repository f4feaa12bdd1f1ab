import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, rules } from '@/lib/authz'
import { considerClaim } from '@/lib/escalation'
import { machineNow } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { openTicket } from '@/lib/tickets'
import { fillWorld } from '@/tests/builders/fill'
import { buildWorld, type MarketplaceWorld, type PartnerWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { guarded, neverForPartners, type Row } from './access'
import { attempts, type Target, type Tried } from './attempts'
import { useOwner } from './owner'
import { allRows } from './probe'
import { actedFunctions, useCasesOf } from './use-cases'
import { askNoRule, notAskedYet, noUseCases, roleColumns, useCases } from './who-may'

const database = useDatabase()
const owner = useOwner(database)
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
  await fillWorld(database.owner, world)
  // A Sunday: nobody assesses, so only who is on call is told, and nobody's rights hang on the hour of the run.
  await database.shiftClock(new Date('2026-11-22T12:00:00Z').getTime() - machineNow().getTime())
  listen()
})

/** The acts that were asked of the gate since the last look. */
let heard = new Set<string>()
const everHeard = new Set<string>()

/** Puts an ear on every rule; what it answers stays. */
function listen() {
  const changeable = rules as Record<string, (...given: unknown[]) => boolean>
  for (const [act, rule] of Object.entries(changeable))
    changeable[act] = (...given) => {
      heard.add(act)
      everHeard.add(act)
      return rule(...given)
    }
}

/** One person of each role, in the order of who-may.ts: the staff of a marketplace and the people of one company. */
function peopleOf(place: MarketplaceWorld, company: PartnerWorld): Actor[] {
  const people = [place.agent, place.lead, place.oncall, place.admin, company.owner, company.member, company.technical]
  return roleColumns.map((role) => people.find((person) => person.role === role) as Actor)
}

async function targetOf(place: MarketplaceWorld, company: PartnerWorld): Promise<Target> {
  const { marketplaceId, topicId } = place
  const { partnerId } = company
  const ticket = await database.owner.ticket.findFirstOrThrow({
    where: { marketplaceId, partnerId },
    orderBy: { number: 'asc' },
  })
  const file = await database.owner.attachment.findFirstOrThrow({
    where: { marketplaceId, partnerId, audience: 'partner' },
  })
  const userId = newId()
  const memberId = newId()
  await database.owner.user.create({ data: { id: userId, email: `${userId}@some.example`, name: 'Colleague' } })
  await database.owner.membership.create({
    data: {
      marketplaceId,
      id: memberId,
      userId,
      partnerId,
      role: 'member',
      createdAt: ticket.createdAt,
      joinedAt: ticket.createdAt,
    },
  })
  return {
    partnerId,
    topicId,
    ticketId: ticket.id,
    number: `${place.prefix}-${ticket.number}`,
    attachmentId: file.id,
    memberId,
    escalationId: await escalationOf(place, company),
  }
}

const escalations = new Map<string, string>()

/** One open escalation for each company, made as the product makes it. */
async function escalationOf(place: MarketplaceWorld, company: PartnerWorld): Promise<string> {
  const { marketplaceId, urgentTopicId: topicId } = place
  const known = escalations.get(company.partnerId)
  if (known) return known
  const said = { subject: 'Orders stand still', body: 'Nothing moves.', attachmentIds: [] }
  const asked = { submissionKey: newId(), topicId, ...said, claim: { condition: 'orders_blocked' as const } }
  const opened = await openTicket(company.technical, asked)
  if (!opened.ok) throw new Error(opened.why)
  const { id: claimId } = await database.owner.claim.findFirstOrThrow({ where: { ticketId: opened.value.ticketId } })
  await considerClaim(marketplaceId, claimId)
  const { id } = await database.owner.escalation.findFirstOrThrow({ where: { claimId } })
  escalations.set(company.partnerId, id)
  return id
}

/** Past the gate, or not: absent, foreign and forbidden are refusals; a door that does not open for this side throws. */
async function through(tried: Tried, actor: Actor, target: Target): Promise<{ through: boolean; answer: unknown }> {
  try {
    const answer = await tried.attempt(actor, target)
    return { through: !isRefusal(answer), answer }
  } catch (error) {
    return { through: false, answer: error }
  }
}

/** Not found, not allowed, or an empty list: what is not one's own is absent. */
function isRefusal(answer: unknown): boolean {
  const outcome = answer as { ok?: boolean; why?: string; value?: unknown } | null
  if (outcome === null) return true
  if (outcome.ok === false) return ['not_found', 'not_allowed'].includes(outcome.why ?? '')
  return Array.isArray(outcome.value) && outcome.value.length === 0
}

/** Who got through, in the notation of who-may.ts, and what the answers gave away. */
async function tryAs(
  name: string,
  people: Actor[],
  target: Target,
): Promise<{ row: string; leaks: string[]; thrown: string[] }> {
  const tried = attempts[name]
  if (!tried) throw new Error(`${name} has no attempt`)
  let row = ''
  const leaks: string[] = []
  const thrown: string[] = []
  for (const actor of people) {
    const seen = await through(tried, actor, target)
    row += `${row.length === 4 ? ' ' : ''}${seen.through ? 'y' : '-'}`
    leaks.push(...(await leaksIn(seen.answer, actor)).map((what) => `${name} shows ${actor.role} ${what}`))
    if (seen.answer instanceof Error) thrown.push(`${actor.role}: ${seen.answer.message}`)
  }
  return { row, leaks, thrown }
}

/** Ids in an answer that this actor must not know: of the other marketplace, of another company, of the staff's own. */
async function leaksIn(answer: unknown, actor: Actor): Promise<string[]> {
  if (answer instanceof Error) return []
  const text = JSON.stringify(answer, (_key, value) => (typeof value === 'bigint' ? String(value) : value)) ?? ''
  const foreign = (table: string, row: Row) => {
    if (row.marketplace_id !== actor.marketplaceId) return true
    if (actor.side === 'staff') return false
    if ((neverForPartners as readonly string[]).includes(table) || row.audience === 'staff') return true
    return table === 'partner' ? row.id !== actor.partnerId : !!row.partner_id && row.partner_id !== actor.partnerId
  }
  const found: string[] = []
  for (const table of Object.keys(guarded))
    for (const row of await rowsOf(table))
      if (typeof row.id === 'string' && foreign(table, row) && text.includes(row.id)) found.push(`${table} ${row.id}`)
  return found
}

const kept = new Map<string, Row[]>()
async function rowsOf(table: string): Promise<Row[]> {
  const rows = kept.get(table) ?? (await allRows(owner.client, table))
  kept.set(table, rows)
  return rows
}

describe('the list of use cases', () => {
  test('knows every one, and how to try it', () => {
    const listed = [...Object.keys(useCases), ...Object.keys(noUseCases)].map((name) => name.replace(/ \(.*/, ''))
    expect([...new Set(listed)].sort()).toEqual(useCasesOf())
    expect(Object.keys(attempts).sort()).toEqual(Object.keys(useCases).sort())
  })

  test('finds what takes an actor first', () => {
    const text = [
      'export async function a(actor: StaffActor) {}',
      'export const b = (actor: Actor, x: number) => x',
      'export function c(tx: Tx, actor: Actor) {}',
      'function d(actor: Actor) {}',
    ]
    expect(actedFunctions('lib/x/y.ts', text.join('\n'))).toEqual(['a', 'b'])
  })
})

describe('each use case lets through', () => {
  test.each(Object.entries(useCases))('%s: %s', async (name, expected) => {
    const { nova, orbit } = world
    const [casa, sever] = nova.partners
    const people = peopleOf(nova, casa)
    const staffHalf = expected.slice(0, 4)
    heard = new Set()
    const own = await tryAs(name, people, await targetOf(nova, casa))
    expect(heard.size > 0, 'asks the gate').toBe(!(name in askNoRule))
    expect(own.row, `on their own; ${own.thrown.join('; ')}`).toBe(expected)
    expect(own.leaks).toEqual([])
    if (attempts[name]?.on !== 'thing') return

    const company = await tryAs(name, people, await targetOf(nova, sever))
    expect(company.row, "on another company's").toBe(`${staffHalf} ---`)
    const marketplace = await tryAs(name, people, await targetOf(orbit, orbit.partners[0]))
    expect(marketplace.row, "on another marketplace's").toBe('---- ---')
    expect([...company.leaks, ...marketplace.leaks]).toEqual([])
  })
})

describe('the gate', () => {
  test('is asked for every act by some use case', () => {
    const unheard = Object.keys(rules).filter((act) => !everHeard.has(act))
    expect(unheard.sort()).toEqual([...notAskedYet].sort())
  })
})
