import { createHash } from 'node:crypto'
import type { PrismaClient } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import type { MarketplaceWorld, PartnerWorld, World } from './world'

const AT = new Date('2026-02-02T10:00:00Z')

/**
 * Adds to a world what it lacks for the walls' tests: at least one row in every table, of both marketplaces, and of
 * both partners where a table tells partners apart; of each audience where a table tells audiences apart. What people
 * wrote holds its own id, so that a page which shows the wrong text is found out.
 */
export async function fillWorld(owner: PrismaClient, world: World): Promise<void> {
  for (const place of [world.nova, world.orbit]) {
    await fillMarketplace(owner, place)
    for (const [index, partner] of place.partners.entries()) await fillPartner(owner, place, partner, index)
  }
  await fillUntenanted(owner, world)
}

async function fillMarketplace(owner: PrismaClient, place: MarketplaceWorld): Promise<void> {
  const { marketplaceId, scheduleId, calendarId } = place
  const rotation = await owner.rotation.findFirstOrThrow({ where: { marketplaceId, scheduleId } })
  const turns = { kind: 'weekly', length: 1, anchor: '2036-01-07T09:00', participants: [place.oncall.membershipId] }
  const planned = { rotationId: rotation.id, validFrom: new Date('2036-01-07T08:00Z'), ...turns }
  await owner.rotationVersion.create({ data: { marketplaceId, id: newId(), ...planned } })
  await owner.calendarHoliday.create({ data: { marketplaceId, calendarId, date: '2026-12-25', name: 'Holiday' } })
  await owner.scheduleRule.create({
    data: {
      marketplaceId,
      id: newId(),
      scheduleId,
      rotationId: rotation.id,
      weekdays: [1, 2],
      from: '09:00',
      to: '18:00',
    },
  })
  await owner.scheduleOverride.create({
    data: {
      marketplaceId,
      id: newId(),
      scheduleId,
      fromAt: AT,
      toAt: new Date(AT.getTime() + 3_600_000),
      addId: place.oncall2.membershipId,
      createdById: place.lead.membershipId,
      createdAt: AT,
    },
  })
  await fillCatalogue(owner, place)
  const mine = { marketplaceId, membershipId: place.agent.membershipId, updatedAt: AT }
  await owner.draft.create({ data: { ...mine, place: 'answer:x', written: { body: 'Not sent yet' }, version: 1 } })
  await owner.mailPreference.create({ data: { ...mine, mode: 'needed' } })
  await owner.attachment.create({ data: attachment(place, null, 'uploader', place.agent.membershipId) })
  await owner.auditEvent.create({ data: audit(place, null) })
  await owner.delivery.create({ data: delivery(place, null) })
  await owner.slaRecount.create({ data: { marketplaceId, at: AT } })
  await fillSystems(owner, place)
}

/** Other systems that may speak to this marketplace, and a shift that somebody wants to be rid of. */
async function fillSystems(owner: PrismaClient, place: MarketplaceWorld): Promise<void> {
  const { marketplaceId, scheduleId, lead, oncall } = place
  const made = { createdAt: AT, createdById: lead.membershipId }
  const keyId = newId()
  const hash = (text: string) => createHash('sha256').update(`${text} ${marketplaceId}`).digest('hex')
  await owner.alertKey.create({
    data: { marketplaceId, id: keyId, name: 'Monitor', kind: 'generic', keyHash: hash('key'), ...made },
  })
  const found = { title: `Queue grows ${keyId}`, detail: '', severity: 'P1', firstAt: AT, lastAt: AT }
  await owner.alert.create({ data: { marketplaceId, id: newId(), keyId, fingerprint: 'queue', ...found } })
  const beats = { name: 'Nightly', tokenHash: hash('beat'), everySeconds: 3600 }
  await owner.heartbeat.create({ data: { marketplaceId, id: newId(), ...beats, ...made } })
  const endpoint = { name: 'Chat room', url: `https://hooks.example/${marketplaceId}` }
  await owner.webhookEndpoint.create({ data: { marketplaceId, id: newId(), ...endpoint, ...made } })
  const shift = { scheduleId, fromAt: AT, toAt: new Date(AT.getTime() + 3_600_000) }
  await owner.coverRequest.create({
    data: { marketplaceId, id: newId(), ...shift, requestedById: oncall.membershipId, createdAt: AT },
  })
  const reads = { membershipId: oncall.membershipId, scheduleId, nonce: newId(), createdAt: AT }
  await owner.scheduleFeed.create({ data: { marketplaceId, ...reads } })
}

async function fillCatalogue(owner: PrismaClient, { marketplaceId, slug }: MarketplaceWorld): Promise<void> {
  const [formId, articleId] = [newId(), newId()]
  await owner.form.create({ data: { marketplaceId, id: formId, key: 'walls', current: 1 } })
  const definition = { preflight: [], fields: [] }
  await owner.formVersion.create({ data: { marketplaceId, formId, version: 1, definition, createdAt: AT } })
  const article = { marketplaceId, id: articleId, slug: `walls-${slug}`, section: 'security', updatedAt: AT }
  await owner.article.create({ data: article })
  const text = { title: 'Good walls', body: 'Make good neighbours.' }
  await owner.articleText.create({ data: { marketplaceId, articleId, locale: 'en', ...text } })
}

async function fillPartner(
  owner: PrismaClient,
  place: MarketplaceWorld,
  partner: PartnerWorld,
  index: number,
): Promise<void> {
  const { marketplaceId } = place
  const { partnerId } = partner
  const author = partner.member.membershipId
  const key = { marketplaceId, partnerId }
  const ticketId = newId()
  await owner.ticket.create({
    data: {
      ...key,
      id: ticketId,
      number: 1001 + index,
      topicId: place.urgentTopicId,
      teamId: place.teamId,
      openedById: author,
      subject: `Feed stands still ${ticketId}`,
      locale: 'en',
      createdAt: AT,
      updatedAt: AT,
    },
  })
  const messageId = newId()
  await owner.ticketMessage.create({
    data: {
      ...key,
      id: messageId,
      ticketId,
      authorId: author,
      kind: 'request',
      body: `Nothing moves. ${messageId}`,
      locale: 'en',
      createdAt: AT,
    },
  })
  const noteId = newId()
  await owner.ticketNote.create({
    data: {
      marketplaceId,
      id: noteId,
      ticketId,
      authorId: place.agent.membershipId,
      body: `Third this week. ${noteId}`,
      createdAt: AT,
    },
  })
  for (const audience of ['partner', 'staff'])
    await owner.ticketEvent.create({
      data: { ...key, id: newId(), ticketId, at: AT, kind: 'opened', authorId: author, audience },
    })
  await owner.submission.create({
    data: { ...key, membershipId: author, key: newId(), bodyHash: 'x', ticketId, createdAt: AT },
  })
  await fillPromise(owner, place, partnerId, ticketId)
  await owner.attachment.createMany({
    data: [
      attachment(place, partnerId, 'uploader', author),
      { ...attachment(place, partnerId, 'partner', author), ticketId, messageId },
      { ...attachment(place, partnerId, 'staff', place.agent.membershipId), ticketId, noteId },
    ],
  })
  await owner.auditEvent.create({ data: audit(place, partnerId) })
  await fillReading(owner, place, partner, ticketId)
  await fillEscalation(owner, place, partner, ticketId)
  await fillCall(owner, place, partner)
}

/** What people write, read and think around a ticket. */
async function fillReading(owner: PrismaClient, place: MarketplaceWorld, partner: PartnerWorld, ticketId: string) {
  const { marketplaceId, agent } = place
  const { partnerId, member, technical } = partner
  const key = { marketplaceId, partnerId, ticketId }
  const membershipId = member.membershipId
  await owner.rating.create({ data: { ...key, stars: 4, ratedById: membershipId, ratedAt: AT } })
  await owner.ticketFollower.create({
    data: { ...key, membershipId: technical.membershipId, addedById: membershipId, createdAt: AT },
  })
  await owner.ticketRead.create({ data: { ...key, membershipId, side: 'partner', readAt: AT } })
  await owner.ticketRead.create({ data: { ...key, membershipId: agent.membershipId, side: 'staff', readAt: AT } })
  const held = {
    authorId: agent.membershipId,
    kind: 'answer',
    body: 'Held back',
    version: 1,
    createdAt: AT,
    sendAt: AT,
  }
  await owner.heldAnswer.create({ data: { ...key, id: newId(), ...held } })
  const draft = { place: 'new', written: { subject: 'Half a thought' }, version: 1, updatedAt: AT }
  await owner.draft.create({ data: { marketplaceId, partnerId, membershipId, ...draft } })
  const preference = { mode: 'digest', nextDigestAt: AT, updatedAt: AT }
  await owner.mailPreference.create({ data: { marketplaceId, partnerId, membershipId, ...preference } })
  const told = { kind: 'ticket.answered', createdAt: AT }
  await owner.notice.create({
    data: { ...key, id: newId(), membershipId, audience: 'partner', factId: newId(), ...told },
  })
  await owner.notice.create({
    data: { ...key, id: newId(), membershipId: agent.membershipId, audience: 'staff', factId: newId(), ...told },
  })
  for (const audience of ['partner', 'staff'])
    await owner.$executeRaw`insert into ticket_search (marketplace_id, ticket_id, audience, partner_id, month, document)
      values (${marketplaceId}::uuid, ${ticketId}::uuid, ${audience}, ${partnerId}::uuid, 24314, to_tsvector('simple', 'feed'))`
}

async function fillPromise(
  owner: PrismaClient,
  place: MarketplaceWorld,
  partnerId: string,
  ticketId: string,
): Promise<void> {
  const { marketplaceId, calendarId } = place
  const policy = await owner.slaPolicy.findFirstOrThrow({ where: { marketplaceId } })
  await owner.slaClock.create({
    data: {
      marketplaceId,
      partnerId,
      ticketId,
      kind: 'first_answer',
      policyId: policy.id,
      calendarId,
      targetMinutes: 480,
      startedAt: AT,
    },
  })
}

async function fillEscalation(owner: PrismaClient, place: MarketplaceWorld, partner: PartnerWorld, ticketId: string) {
  const { marketplaceId, policyVersionId } = place
  const { partnerId } = partner
  const claimId = newId()
  const escalationId = newId()
  await owner.claim.create({
    data: {
      marketplaceId,
      id: claimId,
      ticketId,
      partnerId,
      condition: 'integration_down',
      severity: 'P1',
      claimedById: partner.technical.membershipId,
      claimedAt: AT,
    },
  })
  await owner.escalation.create({
    data: {
      marketplaceId,
      id: escalationId,
      dedupKey: `${partnerId}:integration_down`,
      partnerId,
      ticketId,
      claimId,
      severity: 'P1',
      policyVersionId,
      state: 'PAGING',
      nextAt: AT,
      openedAt: AT,
      lastSeq: 1,
    },
  })
  await owner.escalationEvent.create({ data: { marketplaceId, escalationId, seq: 1, at: AT, kind: 'opened' } })
  const page = delivery(place, partnerId)
  await owner.delivery.create({ data: { ...page, subjectKind: 'escalation', subjectId: escalationId } })
  await owner.deliveryAttempt.create({
    data: { marketplaceId, deliveryId: page.id, attempt: 1, workerId: newId(), startedAt: AT },
  })
}

/** The other direction: a partner that is called, the people it named, and its maintenance. */
async function fillCall(owner: PrismaClient, place: MarketplaceWorld, { partnerId, technical }: PartnerWorld) {
  const { marketplaceId } = place
  const { membershipId } = technical
  const mine = { marketplaceId, partnerId, membershipId }
  const id = newId()
  const phone = { channel: 'mail', address: `night-${id}@partner.example`, createdAt: AT }
  await owner.contactMethod.create({ data: { ...mine, id, ...phone } })
  await owner.notifyRule.create({ data: { ...mine, position: 0, contactMethodId: id } })
  const code = { kind: 'contact.code', subjectKind: 'contact', subjectId: id, recipientId: membershipId }
  await owner.delivery.create({ data: { ...delivery(place, partnerId), ...code } })
  await owner.partnerContact.create({ data: { ...mine, position: 0, createdAt: AT } })
  const pause = { fromAt: AT, untilAt: new Date(AT.getTime() + 3_600_000), reason: 'New shop system', createdAt: AT }
  await owner.integrationPause.create({
    data: { marketplaceId, partnerId, id: newId(), ...pause, createdById: membershipId },
  })
  // Another severity than is tried: what claims and calls go by stays as the world made it.
  const ladder = { marketplaceId, direction: 'OUT', severity: 'P0' }
  const { id: policyId } = await owner.policy.findFirstOrThrow({ where: ladder })
  const versionId = newId()
  const version = (await owner.policyVersion.count({ where: { marketplaceId, policyId } })) + 1
  const steps = [{ delaySeconds: 3600, targets: [{ kind: 'partner_contacts' }], about: partnerId }]
  await owner.policyVersion.create({ data: { marketplaceId, id: versionId, policyId, version, steps, createdAt: AT } })
  const escalationId = newId()
  await owner.escalation.create({
    data: {
      marketplaceId,
      id: escalationId,
      dedupKey: `out:${partnerId}:feed`,
      direction: 'OUT',
      source: 'hand',
      partnerId,
      title: `Your feed stands still ${escalationId}`,
      severity: 'P1',
      policyVersionId: versionId,
      state: 'PAGING',
      nextAt: AT,
      openedAt: AT,
      lastSeq: 1,
    },
  })
  await owner.escalationEvent.create({
    data: { marketplaceId, escalationId, seq: 1, at: AT, kind: 'opened', data: { calls: partnerId } },
  })
}

async function fillUntenanted(owner: PrismaClient, world: World): Promise<void> {
  for (const place of [world.nova, world.orbit]) {
    const { userId, membershipId, marketplaceId } = place.agent
    await owner.session.create({ data: { id: newId(), userId, createdAt: AT, expiresAt: AT } })
    await owner.signInToken.create({
      data: {
        id: newId(),
        purpose: 'magic_link',
        tokenHash: newId(),
        userId,
        marketplaceId,
        membershipId,
        createdAt: AT,
        expiresAt: AT,
      },
    })
  }
  await owner.throttle.create({ data: { key: 'sign-in:someone', points: 1, expire: 1n } })
  await owner.worker.create({ data: { id: newId(), lockKey: 1n, startedAt: AT, seenAt: AT } })
  await owner.clockOffset.upsert({ where: { id: 1 }, create: { id: 1, offsetMs: 0n }, update: {} })
}

function attachment(
  { marketplaceId }: MarketplaceWorld,
  partnerId: string | null,
  audience: string,
  uploadedById: string,
) {
  const id = newId()
  return {
    marketplaceId,
    id,
    partnerId,
    uploadedById,
    fileName: 'photo.png',
    mediaType: 'image/png',
    bytes: 3n,
    sha256: 'a'.repeat(64),
    storageKey: `${marketplaceId}/2026/02/${id}`,
    audience,
    createdAt: AT,
  }
}

function audit({ marketplaceId }: MarketplaceWorld, partnerId: string | null) {
  return {
    marketplaceId,
    id: newId(),
    at: AT,
    partnerId,
    act: 'member.invite',
    subjectKind: 'membership',
    subjectId: newId(),
  }
}

function delivery({ marketplaceId, oncall }: MarketplaceWorld, partnerId: string | null) {
  return {
    marketplaceId,
    id: newId(),
    kind: 'page',
    subjectKind: 'ticket',
    subjectId: newId(),
    partnerId,
    recipientId: oncall.membershipId,
    channel: 'mail',
    address: 'marta@nova.example',
    locale: 'en',
    nextAttemptAt: AT,
    createdAt: AT,
  }
}
