import { hashOf, newHeartbeatToken, newKey } from '@/lib/alerts/secret'
import type { Actor } from '@/lib/authz'
import { callPartner, considerClaim } from '@/lib/escalation'
import { ackToken } from '@/lib/escalation/ack-token'
import { newId } from '@/lib/foundation/ids'
import type { LinkPurpose } from '@/lib/identity'
import { hashLinkToken, linkToken } from '@/lib/identity/link-token'
import { viewToken } from '@/lib/notifications/view-token'
import { scheduleOf } from '@/lib/oncall'
import { feedToken } from '@/lib/oncall/feed-token'
import { stampOf } from '@/lib/oncall/stamp'
import { asStaff } from '@/lib/tenancy'
import { answerTicket, openTicket } from '@/lib/tickets'
import { buildPartner, type MarketplaceWorld, type PartnerWorld } from '@/tests/builders/world'
import type { TestDatabase } from '@/tests/setup/database'
import { guarded, neverForPartners, type Row } from './access'
import { roleColumns } from './who-may'

const AT = new Date('2026-02-02T10:00:00Z')

/** What an attempt is made on: the things of one company of one marketplace. */
export type Target = {
  slug: string
  partnerId: string
  topicId: string
  teamId: string
  ticketId: string
  number: string
  /** One that was answered: it can be rated. */
  answeredId: string
  /** One whose claim was declined. */
  declinedId: string
  attachmentId: string
  /** An instruction of that marketplace. */
  articleSlug: string
  /** A member of that company who is nobody of those who try. */
  memberId: string
  /** A member of the staff who is nobody of those who try. */
  staffId: string
  /** A way to reach somebody of that company who is nobody of those who try. */
  methodId: string
  /** A schedule with a layer, one that nobody needs, and what hangs on the first: its state, an override, a cover, a feed. */
  scheduleId: string
  spareScheduleId: string
  rotationId: string
  stamp: string
  overrideId: string
  coverId: string
  feedToken: string
  /** An open escalation of that company's claim, and the link that was sent for it. */
  escalationId: string
  ackToken: string
  /** An open call to that company. */
  callId: string
  /** Hours, and a promise, that nothing else hangs on. */
  calendarId: string
  promiseId: string
} & Systems &
  Ladders

/** A policy of that marketplace that nothing names, and a webhook endpoint. */
type Ladders = { policyId: string; endpointId: string }

/** Keys and heartbeats of that marketplace, with their secrets: some to go on with, some to be given up. */
type Systems = {
  alertKeyId: string
  alertSecret: string
  spareKeyId: string
  heartbeatId: string
  beatToken: string
  spareBeatId: string
}

/** One person of each role, in the order of who-may.ts: the staff of a marketplace and the people of one company. */
export function peopleOf(place: MarketplaceWorld, company: PartnerWorld): Actor[] {
  const people = [place.agent, place.lead, place.oncall, place.admin, company.owner, company.member, company.technical]
  return roleColumns.map((role) => people.find((person) => person.role === role) as Actor)
}

/** What a target holds is made only when it is named: the words in which it is, or undefined for all of it. */
type Named = string | undefined

/** Things that are made anew for each target, together with what else is made on the way. */
const parts: readonly {
  holds: readonly (keyof Target)[]
  made(database: TestDatabase, place: MarketplaceWorld, company: PartnerWorld): Promise<Partial<Target>>
}[] = [
  {
    holds: ['memberId'],
    made: async (database, place, { partnerId }) => ({
      memberId: (await join(database, place, { partnerId, role: 'member' })).membershipId,
    }),
  },
  {
    holds: ['staffId'],
    made: async (database, place) => ({
      staffId: (await join(database, place, { partnerId: null, role: 'agent' })).membershipId,
    }),
  },
  {
    holds: ['methodId'],
    made: async (database, place, { partnerId }) => ({ methodId: await phoneOf(database, place, partnerId) }),
  },
  { holds: ['declinedId'], made: declinedOf },
  { holds: ['calendarId', 'promiseId'], made: hoursOf },
  {
    holds: ['alertKeyId', 'alertSecret', 'spareKeyId', 'heartbeatId', 'beatToken', 'spareBeatId'],
    made: systemsOf,
  },
  { holds: ['policyId', 'endpointId'], made: laddersOf },
  {
    holds: ['scheduleId', 'spareScheduleId', 'rotationId', 'overrideId', 'coverId', 'stamp', 'feedToken'],
    made: rosterOf,
  },
  { holds: ['escalationId', 'ackToken'], made: escalationOf },
  { holds: ['callId'], made: callOf },
]

async function partsOf(database: TestDatabase, place: MarketplaceWorld, company: PartnerWorld, named: Named) {
  const found: Partial<Target> = {}
  for (const { holds, made } of parts)
    if (isNamed(named, holds)) Object.assign(found, await made(database, place, company))
  return found
}

function isNamed(named: Named, names: readonly string[]): boolean {
  return named === undefined || names.some((name) => named.includes(name))
}

/** Finds or makes the things of one company. A member is made anew each time, because attempts may disable her. */
export async function targetOf(
  database: TestDatabase,
  place: MarketplaceWorld,
  company: PartnerWorld,
  named?: string,
): Promise<Target> {
  const { owner } = database
  const { marketplaceId, topicId, teamId, slug } = place
  const { partnerId } = company
  const ticket = await owner.ticket.findFirstOrThrow({
    where: { marketplaceId, partnerId },
    orderBy: { number: 'asc' },
  })
  const file = await owner.attachment.findFirstOrThrow({ where: { marketplaceId, partnerId, audience: 'partner' } })
  return {
    slug,
    partnerId,
    topicId,
    teamId,
    ticketId: ticket.id,
    number: `${place.prefix}-${ticket.number}`,
    answeredId: ticket.id,
    attachmentId: file.id,
    articleSlug: `walls-${slug}`,
    ...(await partsOf(database, place, company, named)),
  } as Target
}

/** A schedule of its own, which somebody always has, with an override, a request for cover and somebody's calendar address. */
async function rosterOf(database: TestDatabase, place: MarketplaceWorld) {
  const { owner } = database
  const { marketplaceId, oncall } = place
  const { membershipId } = await join(database, place, { partnerId: null, role: 'agent' })
  const [scheduleId, spareScheduleId, rotationId, overrideId, coverId] = [newId(), newId(), newId(), newId(), newId()]
  const named = { marketplaceId, timeZone: 'Europe/Rome' }
  await owner.schedule.createMany({
    data: [
      { ...named, id: scheduleId, name: 'Payments' },
      { ...named, id: spareScheduleId, name: 'Spare' },
    ],
  })
  await owner.rotation.create({ data: { marketplaceId, id: rotationId, scheduleId, layer: 0, name: 'Weekly' } })
  const turns = { kind: 'weekly', length: 1, anchor: '2026-01-05T09:00', participants: [oncall.membershipId] }
  await owner.rotationVersion.create({ data: { marketplaceId, id: newId(), rotationId, validFrom: AT, ...turns } })
  const stretch = {
    marketplaceId,
    scheduleId,
    fromAt: new Date('2030-03-04T10:00Z'),
    toAt: new Date('2030-03-04T12:00Z'),
  }
  const by = { createdById: membershipId, createdAt: AT }
  await owner.scheduleOverride.create({ data: { ...stretch, id: overrideId, addId: membershipId, ...by } })
  await owner.coverRequest.create({ data: { ...stretch, id: coverId, requestedById: membershipId, createdAt: AT } })
  const nonce = newId()
  await owner.scheduleFeed.create({ data: { marketplaceId, membershipId, scheduleId, nonce, createdAt: AT } })
  const stored = await asStaff(oncall, (tx) => scheduleOf(tx, scheduleId))
  return {
    scheduleId,
    spareScheduleId,
    rotationId,
    overrideId,
    coverId,
    stamp: stored ? stampOf(stored) : '',
    feedToken: feedToken(marketplaceId, nonce, { membershipId, scheduleId, whole: true }),
  }
}

type Joining = { partnerId: string | null; role: string; passwordHash?: string; invited?: boolean }

/** One more person of a company or of the staff, whose address holds her id. */
async function join({ owner }: TestDatabase, { marketplaceId }: MarketplaceWorld, joining: Joining) {
  const { partnerId, role, passwordHash, invited } = joining
  const id = newId()
  const membershipId = newId()
  const email = `${id}@some.example`
  await owner.user.create({ data: { id, email, name: 'Colleague', ...(passwordHash && { passwordHash }) } })
  await owner.membership.create({
    data: {
      marketplaceId,
      id: membershipId,
      userId: id,
      partnerId,
      role,
      createdAt: AT,
      joinedAt: invited ? null : AT,
    },
  })
  return { userId: id, membershipId, email }
}

async function phoneOf(database: TestDatabase, place: MarketplaceWorld, partnerId: string): Promise<string> {
  const { marketplaceId } = place
  const { membershipId } = await join(database, place, { partnerId, role: 'technical' })
  const id = newId()
  const phone = { channel: 'mail', address: `night-${id}@some.example`, verifiedAt: AT, createdAt: AT }
  await database.owner.contactMethod.create({ data: { marketplaceId, id, membershipId, partnerId, ...phone } })
  return id
}

/** A company of its own with people of each role, and its things: nothing that is tried on another one stands in its way. */
export async function newCompany(
  database: TestDatabase,
  place: MarketplaceWorld,
  passwordHash: string,
  named: string,
): Promise<{ people: Actor[]; target: MailTarget }> {
  const { owner } = database
  const { marketplaceId, slug, topicId, teamId } = place
  const company = await buildPartner(owner, marketplaceId, slug, `Company ${newId()}`, 'en')
  const { partnerId } = company
  const people = peopleOf(place, company)
  await owner.user.updateMany({ where: { id: { in: people.map(({ userId }) => userId) } }, data: { passwordHash } })
  // Some links are to its ticket.
  const mails = isNamed(named, ['email', 'Token'])
  const opened = async () => {
    const said = { subject: 'A feed stands still', body: 'Since noon.', attachmentIds: [] }
    const made = await openTicket(company.technical, { submissionKey: newId(), topicId, ...said })
    if (!made.ok) throw new Error(made.why)
    return made.value
  }
  const answered = async () => {
    const { ticketId } = await opened()
    await answerTicket(place.agent, { ticketId, version: 1, body: 'Mended.', attachmentIds: [] })
    return { answeredId: ticketId }
  }
  const target = {
    slug,
    partnerId,
    topicId,
    teamId,
    attachmentId: '',
    articleSlug: `walls-${slug}`,
    ...((mails || isNamed(named, ['ticketId', 'number'])) && (await opened())),
    ...(isNamed(named, ['answeredId']) && (await answered())),
    ...(await partsOf(database, place, company, named)),
  } as Target
  if (named.includes('a pause')) await pause(database, place, company)
  return { people, target: mails ? await withMail(database, place, target, passwordHash) : (target as MailTarget) }
}

/** A target together with somebody of its company, her address, and the links that were mailed to her. */
export type MailTarget = Target & {
  email: string
  linkToken: string
  resetToken: string
  invitationToken: string
  /** Read-only links to its ticket: one that works, one that has expired. */
  viewToken: string
  oldViewToken: string
  /** Ids in the words of its messages: what a read-only link is there to show. */
  shown: string
}

export async function withMail(
  database: TestDatabase,
  place: MarketplaceWorld,
  target: Target,
  passwordHash: string,
): Promise<MailTarget> {
  const { owner } = database
  const { marketplaceId } = place
  const { partnerId } = target
  const one = await join(database, place, { partnerId, role: 'member', passwordHash })
  const invited = await join(database, place, { partnerId, role: 'member', invited: true })
  const link = async (purpose: LinkPurpose, { userId, membershipId }: { userId: string; membershipId: string }) => {
    const id = newId()
    const token = linkToken({ id, purpose })
    const tokenHash = hashLinkToken(token)
    const lives = { createdAt: AT, expiresAt: new Date('2036-01-01') }
    await owner.signInToken.create({ data: { id, purpose, tokenHash, userId, marketplaceId, membershipId, ...lives } })
    return token
  }
  const messages = await owner.ticketMessage.findMany({ where: { marketplaceId, ticketId: target.ticketId } })
  const view = (expiresAt: Date) => viewToken(marketplaceId, { ...target, membershipId: one.membershipId, expiresAt })
  return {
    ...target,
    email: one.email,
    viewToken: view(new Date('2036-01-01')),
    oldViewToken: view(AT),
    shown: messages.map(({ id }) => id).join(' '),
    linkToken: await link('magic_link', one),
    resetToken: await link('password_reset', one),
    invitationToken: await link('invitation', invited),
  }
}

async function laddersOf({ owner }: TestDatabase, { marketplaceId, admin }: MarketplaceWorld): Promise<Ladders> {
  const [policyId, endpointId] = [newId(), newId()]
  await owner.policy.create({ data: { marketplaceId, id: policyId, name: 'Walls' } })
  await owner.policyVersion.create({
    data: {
      marketplaceId,
      id: newId(),
      policyId,
      version: 1,
      steps: [],
      createdAt: AT,
      createdById: admin.membershipId,
    },
  })
  const made = { createdAt: AT, createdById: admin.membershipId }
  const data = { marketplaceId, id: endpointId, name: 'Walls', url: 'https://hooks.example/walls', ...made }
  await owner.webhookEndpoint.create({ data })
  return { policyId, endpointId }
}

async function hoursOf({ owner }: TestDatabase, { marketplaceId }: MarketplaceWorld) {
  const [calendarId, promiseId] = [newId(), newId()]
  await owner.calendar.create({ data: { marketplaceId, id: calendarId, name: 'Walls', timeZone: 'Europe/Rome' } })
  await owner.calendarInterval.create({ data: { marketplaceId, calendarId, weekday: 1, from: '09:00', to: '18:00' } })
  // A tier of its own: no other promise is for the same requests.
  const data = { marketplaceId, id: promiseId, tier: `w ${promiseId}`, calendarId, firstAnswerMinutes: 60 }
  await owner.slaPolicy.create({ data })
  return { calendarId, promiseId }
}

async function systemsOf({ owner }: TestDatabase, place: MarketplaceWorld): Promise<Systems> {
  const made = { marketplaceId: place.marketplaceId, createdAt: AT, createdById: place.admin.membershipId }
  const key = async (secret: string) => {
    const id = newId()
    await owner.alertKey.create({ data: { ...made, id, name: 'Walls', kind: 'generic', keyHash: hashOf(secret) } })
    return id
  }
  const beat = async (token: string) => {
    const id = newId()
    await owner.heartbeat.create({ data: { ...made, id, name: 'Walls', tokenHash: hashOf(token), everySeconds: 3600 } })
    return id
  }
  const [alertSecret, beatToken] = [newKey(), newHeartbeatToken()]
  return {
    alertSecret,
    beatToken,
    alertKeyId: await key(alertSecret),
    spareKeyId: await key(newKey()),
    heartbeatId: await beat(beatToken),
    spareBeatId: await beat(newHeartbeatToken()),
  }
}

/** A ticket of its own whose claim was declined. */
async function declinedOf({ owner }: TestDatabase, place: MarketplaceWorld, company: PartnerWorld) {
  const { marketplaceId, topicId, agent } = place
  const { partnerId, technical } = company
  const said = { subject: 'A picture is old', body: 'Since noon.', attachmentIds: [] }
  const opened = await openTicket(technical, { submissionKey: newId(), topicId, ...said })
  if (!opened.ok) throw new Error(opened.why)
  const { ticketId } = opened.value
  const decided = { decidedById: agent.membershipId, decidedAt: AT, declineReason: 'None of the three.' }
  const claimed = { condition: 'orders_blocked', severity: 'P1', claimedById: technical.membershipId, claimedAt: AT }
  await owner.claim.create({
    data: {
      marketplaceId,
      id: newId(),
      ticketId,
      partnerId,
      ...claimed,
      state: 'declined',
      consideredAt: AT,
      ...decided,
    },
  })
  return { declinedId: ticketId }
}

/** A maintenance that runs. */
async function pause({ owner }: TestDatabase, { marketplaceId }: MarketplaceWorld, company: PartnerWorld) {
  const { partnerId, technical } = company
  const lasts = {
    fromAt: new Date('2026-11-22T11:00Z'),
    untilAt: new Date('2026-11-24T12:00Z'),
    reason: 'A new server',
  }
  const made = { createdById: technical.membershipId, createdAt: AT }
  await owner.integrationPause.create({ data: { marketplaceId, partnerId, id: newId(), ...lasts, ...made } })
}

/** One open escalation of a company, made as the product makes it. */
async function escalationOf({ owner }: TestDatabase, place: MarketplaceWorld, company: PartnerWorld) {
  const { marketplaceId, urgentTopicId: topicId } = place
  const condition = 'orders_blocked'
  const made = { marketplaceId, partnerId: company.partnerId, condition, state: { not: 'declined' } }
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

async function callOf(_database: TestDatabase, { agent }: MarketplaceWorld, { partnerId }: PartnerWorld) {
  const asked = { partnerId, severity: 'P1', title: 'A feed answers 500', detail: 'Since noon.' } as const
  // Called again for the same it is the same call, as long as it is open.
  const call = await callPartner(agent, asked)
  if (!call.ok) throw new Error(call.why)
  return { callId: call.value.escalationId }
}

/** Nobody of any marketplace. */
export const stranger = { side: 'partner', marketplaceId: '', partnerId: '', membershipId: '' } as unknown as Actor

/**
 * Ids in an answer that this actor must not know: of the other marketplace, of another company, of the staff's own.
 * What the request itself said (an address that is echoed) is nothing that was given away.
 */
export function leaksIn(answer: unknown, actor: Actor, rows: ReadonlyMap<string, readonly Row[]>, said = ''): string[] {
  if (answer instanceof Error) return []
  const text = typeof answer === 'string' ? answer : asText(answer)
  const named = new Set([...text.matchAll(anyId)].map(([, id]) => id ?? ''))
  const found: string[] = []
  for (const id of named)
    for (const { table, row } of said.includes(id) ? [] : (byId(rows).get(id) ?? []))
      if (isForeign(table, row, actor)) found.push(`${table} ${id}`)
  return found
}

/** Looked for at every place, so that none hides in what stands before it. */
const anyId = /(?=([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}))/g

type Places = ReadonlyMap<string, { table: string; row: Row }[]>
const placesOf = new WeakMap<ReadonlyMap<string, readonly Row[]>, Places>()

/** Where each id stands. Worked out once: answers are long and rows many. */
function byId(rows: ReadonlyMap<string, readonly Row[]>): Places {
  const known = placesOf.get(rows)
  if (known) return known
  const places = new Map<string, { table: string; row: Row }[]>()
  for (const [table, all] of rows)
    for (const row of all)
      if (typeof row.id === 'string') places.set(row.id, [...(places.get(row.id) ?? []), { table, row }])
  placesOf.set(rows, places)
  return places
}

function isForeign(table: string, row: Row, actor: Actor): boolean {
  if (row.marketplace_id !== actor.marketplaceId) return true
  if (actor.side === 'staff') return false
  if ((neverForPartners as readonly string[]).includes(table) || row.audience === 'staff') return true
  // An escalation of its own request is the engineers' business; of a call to it, its own.
  if (table === 'escalation' && row.direction === 'IN') return true
  if (table === 'contact_method' && !row.partner_id) return true
  return table === 'partner' ? row.id !== actor.partnerId : !!row.partner_id && row.partner_id !== actor.partnerId
}

function asText(answer: unknown): string {
  return JSON.stringify(answer, (_key, value) => (typeof value === 'bigint' ? String(value) : value)) ?? ''
}

export const tables = Object.keys(guarded)
