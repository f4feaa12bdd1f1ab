import { beforeAll, describe, expect, test } from 'vitest'
import {
  acceptInvitation,
  changePassword,
  checkLink,
  findSession,
  hashPassword,
  inviteMember,
  requestMagicLink,
  requestPasswordReset,
  resetPassword,
  type Session,
  signInWithLink,
  signInWithPassword,
  type Visitor,
} from '@/lib/identity'
import { mailLinks } from '@/tests/builders/mail-links'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
const MINUTE = 60_000
const password = 'a long enough sentence'
let world: World
let place = 0

function visitor(): Visitor {
  place += 1
  return { ip: `198.51.100.${place}`, userAgent: null }
}

const emailOf = async (userId: string) => (await database.owner.user.findUniqueOrThrow({ where: { id: userId } })).email

async function magicLink(person: { userId: string; marketplaceId: string }): Promise<string> {
  const mail = mailLinks()
  const wanted = { marketplaceId: person.marketplaceId, email: await emailOf(person.userId) }
  await requestMagicLink(visitor(), wanted, mail.announce, 0)
  return mail.newest()
}

async function signedIn(person: { userId: string; marketplaceId: string }): Promise<Session> {
  const { marketplaceId } = person
  const outcome = await signInWithLink(visitor(), { marketplaceId, token: await magicLink(person) })
  if (!outcome.ok) throw new Error(outcome.why)
  const session = await findSession(outcome.value.sessionId)
  if (!session) throw new Error('no session')
  return session
}

beforeAll(async () => {
  world = await buildWorld(database.owner)
})

describe('a link that signs in', () => {
  test('the page shows and changes nothing; the button signs in once', async () => {
    const { agent } = world.nova
    const { marketplaceId } = agent
    const token = await magicLink(agent)
    for (let scan = 0; scan < 3; scan += 1)
      expect(await checkLink({ marketplaceId, purpose: 'magic_link', token })).toMatchObject({
        state: 'good',
        email: await emailOf(agent.userId),
      })
    expect(await signInWithLink(visitor(), { marketplaceId, token })).toMatchObject({ ok: true })
    expect(await signInWithLink(visitor(), { marketplaceId, token })).toMatchObject({ why: 'link_used' })
    expect(await checkLink({ marketplaceId, purpose: 'magic_link', token })).toEqual({ state: 'used' })
  })

  test('pressed twenty times at once it signs in once', async () => {
    const { lead } = world.nova
    const token = await magicLink(lead)
    const before = await database.owner.session.count({ where: { userId: lead.userId } })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => signInWithLink(visitor(), { marketplaceId: lead.marketplaceId, token })),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.why)))).toEqual(new Set(['ok', 'link_used']))
    expect(await database.owner.session.count({ where: { userId: lead.userId } })).toBe(before + 1)
  })

  test('dies after 20 minutes', async () => {
    const { agent } = world.nova
    const token = await magicLink(agent)
    await database.shiftClock(20 * MINUTE)
    expect(await signInWithLink(visitor(), { marketplaceId: agent.marketplaceId, token })).toMatchObject({
      why: 'link_expired',
    })
    await database.shiftClock(0)
  })

  test('opens nothing in another marketplace, for another purpose, or one letter off', async () => {
    const { agent } = world.nova
    const { marketplaceId } = agent
    const token = await magicLink(agent)
    const off = `${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}`
    const elsewhere = world.orbit.marketplaceId
    expect(await signInWithLink(visitor(), { marketplaceId: elsewhere, token })).toMatchObject({ why: 'link_unknown' })
    expect(await resetPassword(visitor(), { marketplaceId, token, password })).toMatchObject({ why: 'link_unknown' })
    expect(await signInWithLink(visitor(), { marketplaceId, token: off })).toMatchObject({ why: 'link_unknown' })
    expect(await checkLink({ marketplaceId, purpose: 'invitation', token })).toEqual({ state: 'unknown' })
    expect(await checkLink({ marketplaceId: elsewhere, purpose: 'magic_link', token })).toEqual({ state: 'unknown' })
  })

  test('the table holds a hash, never the link', async () => {
    const token = await magicLink(world.nova.agent)
    const rows = await database.owner.signInToken.findMany()
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows.every(({ tokenHash }) => /^[0-9a-f]{64}$/.test(tokenHash))).toBe(true)
  })

  test('an unknown address, a foreign marketplace and a disabled member get the same answer and no mail', async () => {
    const { agent } = world.nova
    const [casa] = world.nova.partners
    await database.owner.membership.updateMany({
      where: { id: casa.technical.membershipId },
      data: { disabledAt: new Date() },
    })
    const wanted = [
      { marketplaceId: agent.marketplaceId, email: 'nobody@nova.example' },
      { marketplaceId: world.orbit.marketplaceId, email: await emailOf(agent.userId) },
      { marketplaceId: agent.marketplaceId, email: await emailOf(casa.technical.userId) },
    ]
    for (const each of wanted) {
      const mail = mailLinks()
      expect(await requestMagicLink(visitor(), each, mail.announce, 0)).toEqual({ ok: true, value: null })
      expect(mail.facts).toEqual([])
    }
    const mail = mailLinks()
    const known = { marketplaceId: agent.marketplaceId, email: await emailOf(agent.userId) }
    expect(await requestMagicLink(visitor(), known, mail.announce, 0)).toEqual({ ok: true, value: null })
    expect(mail.facts).toMatchObject([{ kind: 'magic_link', membershipId: agent.membershipId, partnerId: null }])
  })

  test('a known address answers no later than an unknown one', async () => {
    const timed = async (email: string) => {
      const begun = performance.now()
      await requestMagicLink(visitor(), { marketplaceId: world.nova.marketplaceId, email }, mailLinks().announce)
      return performance.now() - begun
    }
    const known = await timed(await emailOf(world.nova.admin.userId))
    const unknown = await timed('nobody.else@nova.example')
    expect(known).toBeGreaterThan(249)
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3)
  })

  test('asking too often is refused alike for known and unknown addresses, until a time', async () => {
    for (const email of [await emailOf(world.orbit.agent.userId), 'nobody@orbit.example']) {
      const place = visitor()
      const ask = () =>
        requestMagicLink(place, { marketplaceId: world.orbit.marketplaceId, email }, mailLinks().announce, 0)
      for (let time = 0; time < 5; time += 1) expect(await ask()).toMatchObject({ ok: true })
      expect(await ask()).toMatchObject({ why: 'too_many_attempts', details: { minutes: 15 } })
    }
  })

  test('a shut password does not shut the link', async () => {
    const { oncall } = world.nova
    const email = await emailOf(oncall.userId)
    const attacker = visitor()
    for (let guess = 0; guess < 9; guess += 1)
      await signInWithPassword(attacker, { email, password: 'one more guess at it' })
    const mail = mailLinks()
    const { marketplaceId } = oncall
    expect(await requestMagicLink(attacker, { marketplaceId, email }, mail.announce, 0)).toMatchObject({ ok: true })
    expect(await signInWithLink(attacker, { marketplaceId, token: mail.newest() })).toMatchObject({ ok: true })
  })
})

describe('a new password', () => {
  test('set by a link, once, within an hour; every session and every other link ends', async () => {
    const { oncall2 } = world.nova
    const { marketplaceId } = oncall2
    const earlier = await signedIn(oncall2)
    const openLink = await magicLink(oncall2)
    const mail = mailLinks()
    const wanted = { marketplaceId, email: await emailOf(oncall2.userId) }
    const invited = mailLinks()
    const [casa] = world.nova.partners
    const invitation = { email: wanted.email, name: 'Nico', role: 'member', partnerId: casa.partnerId } as const
    expect(await inviteMember(casa.owner, invitation, invited.announce)).toMatchObject({ ok: true })
    await requestPasswordReset(visitor(), wanted, mail.announce, 0)
    const token = mail.newest()
    await database.shiftClock(59 * MINUTE)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => resetPassword(visitor(), { marketplaceId, token, password })),
    )
    await database.shiftClock(0)
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await findSession(earlier.sessionId)).toBeNull()
    expect(await signInWithLink(visitor(), { marketplaceId, token: openLink })).toMatchObject({ why: 'link_used' })
    const old = { marketplaceId, token: invited.newest() }
    expect(await acceptInvitation(visitor(), old)).toMatchObject({ why: 'link_used' })
    expect(await signInWithPassword(visitor(), { email: wanted.email, password })).toMatchObject({ ok: true })
    const late = mailLinks()
    await requestPasswordReset(visitor(), wanted, late.announce, 0)
    await database.shiftClock(60 * MINUTE)
    const dead = { marketplaceId, token: late.newest(), password }
    expect(await resetPassword(visitor(), dead)).toMatchObject({ why: 'link_expired' })
    await database.shiftClock(0)
  })

  test('changed by the person: her other sessions end, the one she sits in stays', async () => {
    const { admin } = world.nova
    await database.owner.user.update({
      where: { id: admin.userId },
      data: { passwordHash: await hashPassword(password) },
    })
    const here = await signedIn(admin)
    const elsewhere = await signedIn(admin)
    const next = { current: password, password: 'another long sentence' }
    const wrong = { ...next, current: 'not the present one' }
    expect(await changePassword(here, visitor(), wrong)).toMatchObject({ why: 'wrong_password' })
    expect(await findSession(elsewhere.sessionId)).not.toBeNull()
    expect(await changePassword(here, visitor(), next)).toMatchObject({ ok: true })
    expect(await findSession(here.sessionId)).not.toBeNull()
    expect(await findSession(elsewhere.sessionId)).toBeNull()
  })
})

describe('an invitation', () => {
  const invited = { email: 'new.person@nova.example', name: 'New Person', role: 'agent', partnerId: null }

  test('accepted twenty times at once makes one session; sets name and password; works 7 days', async () => {
    const mail = mailLinks()
    const { marketplaceId } = world.nova
    expect(await inviteMember(world.nova.admin, invited, mail.announce)).toMatchObject({ ok: true })
    const token = mail.newest()
    expect(await checkLink({ marketplaceId, purpose: 'invitation', token })).toMatchObject({
      state: 'good',
      needsPassword: true,
    })
    expect(await acceptInvitation(visitor(), { marketplaceId, token })).toMatchObject({ why: 'password_needed' })
    await database.shiftClock(7 * 24 * 60 * MINUTE - 5_000)
    const told = { marketplaceId, token, name: 'Nadia Neu', password }
    const answers = await Promise.all(Array.from({ length: 20 }, () => acceptInvitation(visitor(), told)))
    await database.shiftClock(0)
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const user = await database.owner.user.findUniqueOrThrow({ where: { email: invited.email } })
    expect(user.name).toBe('Nadia Neu')
    expect(await database.owner.session.count({ where: { userId: user.id } })).toBe(1)
    expect(await signInWithPassword(visitor(), { email: invited.email, password })).toMatchObject({ ok: true })
  })

  test('dies after 7 days, and the older of two stops working', async () => {
    const { marketplaceId } = world.nova
    const mail = mailLinks()
    const other = { ...invited, email: 'slow.person@nova.example' }
    await inviteMember(world.nova.admin, other, mail.announce)
    const first = mail.newest()
    await inviteMember(world.nova.admin, other, mail.announce)
    const told = { marketplaceId, token: first, name: 'Slow Person', password }
    expect(await acceptInvitation(visitor(), told)).toMatchObject({ why: 'link_used' })
    await database.shiftClock(7 * 24 * 60 * MINUTE)
    expect(await acceptInvitation(visitor(), { ...told, token: mail.newest() })).toMatchObject({ why: 'link_expired' })
    await database.shiftClock(0)
  })

  test('somebody who has a password keeps it, and her name', async () => {
    const mail = mailLinks()
    const { orbit, nova } = world
    const email = await emailOf(nova.oncall2.userId)
    const before = await database.owner.user.findUniqueOrThrow({ where: { email } })
    await inviteMember(orbit.admin, { email, name: 'Somebody Else', role: 'lead', partnerId: null }, mail.announce)
    const { marketplaceId } = orbit
    const told = { marketplaceId, token: mail.newest(), name: 'Taken Over', password: 'a password of the inviter' }
    expect(await acceptInvitation(visitor(), told)).toMatchObject({ ok: true })
    const now = await database.owner.user.findUniqueOrThrow({ where: { email } })
    expect([now.name, now.passwordHash]).toEqual([before.name, before.passwordHash])
    const { partnerId } = nova.partners[0]
    await inviteMember(nova.admin, { email, name: 'x', role: 'member', partnerId }, mail.announce)
    const onlyAgreed = { marketplaceId: nova.marketplaceId, token: mail.newest() }
    expect(await acceptInvitation(visitor(), onlyAgreed)).toMatchObject({ ok: true })
  })
})
