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

/** Finds or makes the things of one company. A member is made anew each time, because attempts may disable her. */
export async function targetOf(
  database: TestDatabase,
  place: MarketplaceWorld,
  company: PartnerWorld,
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
    memberId: (await join(database, place, { partnerId, role: 'member' })).membershipId,
    staffId: (await join(database, place, { partnerId: null, role: 'agent' })).membershipId,
    methodId: await phoneOf(database, place, partnerId),
    ...(await hoursOf(database, place)),
    ...(await systemsOf(database, place)),
    ...(await laddersOf(database, place)),
    ...(await rosterOf(database, place)),
    ...(await escalationOf(database, place, company)),
  }
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
): Promise<{ people: Actor[]; target: MailTarget }> {
  const { owner } = database
  const { marketplaceId, slug, topicId, teamId } = place
  const company = await buildPartner(owner, marketplaceId, slug, `Company ${newId()}`, 'en')
  const { partnerId } = company
  const people = peopleOf(place, company)
  await owner.user.updateMany({ where: { id: { in: people.map(({ userId }) => userId) } }, data: { passwordHash } })
  const said = { subject: 'A feed stands still', body: 'Since noon.', attachmentIds: [] }
  const opened = await openTicket(company.technical, { submissionKey: newId(), topicId, ...said })
  if (!opened.ok) throw new Error(opened.why)
  const { ticketId, number } = opened.value
  const another = await openTicket(company.technical, { submissionKey: newId(), topicId, ...said })
  if (!another.ok) throw new Error(another.why)
  const answeredId = another.value.ticketId
  await answerTicket(place.agent, { ticketId: answeredId, version: 1, body: 'Mended.', attachmentIds: [] })
  const target = {
    slug,
    partnerId,
    topicId,
    teamId,
    ticketId,
    number,
    answeredId,
    attachmentId: '',
    articleSlug: `walls-${slug}`,
    memberId: (await join(database, place, { partnerId, role: 'member' })).membershipId,
    staffId: (await join(database, place, { partnerId: null, role: 'agent' })).membershipId,
    methodId: await phoneOf(database, place, partnerId),
    ...(await hoursOf(database, place)),
    ...(await systemsOf(database, place)),
    ...(await laddersOf(database, place)),
    ...(await rosterOf(database, place)),
    ...(await escalationOf(database, place, company)),
  }
  return { people, target: await withMail(database, place, target, passwordHash) }
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
  const data = { marketplaceId, id: promiseId, tier: `walls ${promiseId}`, calendarId, firstAnswerMinutes: 60 }
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
  const { agent } = place
  const asked = {
    partnerId: company.partnerId,
    severity: 'P1',
    title: 'A feed answers 500',
    detail: 'Since noon.',
  } as const
  // Called again for the same it is the same call, as long as it is open.
  const call = await callPartner(agent, asked)
  if (!call.ok) throw new Error(call.why)
  return { escalationId, ackToken: ackToken(page.id), callId: call.value.escalationId }
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
  const found: string[] = []
  for (const [table, all] of rows)
    for (const row of all)
      if (typeof row.id === 'string' && !said.includes(row.id) && text.includes(row.id) && isForeign(table, row, actor))
        found.push(`${table} ${row.id}`)
  return found
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
