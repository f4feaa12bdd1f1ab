import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/authz'
import {
  acceptInvitation,
  changeMemberRole,
  disableMember,
  enableMember,
  findSession,
  inviteMember,
  listMembers,
  peopleOf,
} from '@/lib/identity'
import { openSession } from '@/lib/identity/session-store'
import { asPartner, asStaff, asWorker, withoutTenant } from '@/lib/tenancy'
import { mailLinks } from '@/tests/builders/mail-links'
import { buildMarketplace, type MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let here: MarketplaceWorld
let round = 0

beforeEach(async () => {
  round += 1
  const letter = String.fromCharCode(64 + round)
  const seed = { slug: `m${round}`, name: `Market ${round}`, prefix: `Q${letter}`, timeZone: 'Europe/Rome' }
  here = await buildMarketplace(database.owner, seed)
})

const visitor = { ip: '203.0.113.9', userAgent: null }
const roleOf = async (person: Actor) =>
  (await database.owner.membership.findFirstOrThrow({ where: { id: person.membershipId } })).role
const isDisabled = async (person: Actor) =>
  (await database.owner.membership.findFirstOrThrow({ where: { id: person.membershipId } })).disabledAt !== null
const audits = (marketplaceId: string) =>
  database.owner.auditEvent.findMany({ where: { marketplaceId }, orderBy: { id: 'asc' } })

async function signIn(userId: string): Promise<string> {
  const person = { id: userId, locale: null }
  return (await withoutTenant((tx, now) => openSession(tx, now, person, visitor))).sessionId
}

/** One more person in the managing role, so that the first is not the last. */
async function second(of: Actor): Promise<Actor> {
  const role = of.side === 'staff' ? here.lead : here.partners[0].member
  await database.owner.membership.updateMany({ where: { id: role.membershipId }, data: { role: of.role } })
  return { ...role, role: of.role } as Actor
}

describe('inviting', () => {
  test('an admin invites staff and company people, an owner her company; others may not', async () => {
    const [casa, severny] = here.partners
    const invite = (actor: Actor, partnerId: string | null, role: string) =>
      inviteMember(
        actor,
        { email: `x.${Math.random()}@here.example`, name: 'X', role, partnerId },
        mailLinks().announce,
      ).then((outcome) => (outcome.ok ? 'ok' : outcome.why))
    expect(await invite(here.admin, null, 'agent')).toBe('ok')
    expect(await invite(here.admin, casa.partnerId, 'owner')).toBe('ok')
    expect(await invite(casa.owner, casa.partnerId, 'technical')).toBe('ok')
    expect(await invite(here.lead, null, 'agent')).toBe('not_allowed')
    expect(await invite(here.agent, casa.partnerId, 'member')).toBe('not_allowed')
    expect(await invite(casa.member, casa.partnerId, 'member')).toBe('not_allowed')
    expect(await invite(casa.owner, severny.partnerId, 'member')).toBe('not_found')
    expect(await invite(casa.owner, null, 'admin')).toBe('not_found')
    expect(await invite(here.admin, casa.partnerId, 'admin')).toBe('wrong_role')
    expect(await invite(here.admin, null, 'owner')).toBe('wrong_role')
  })

  test('a company of another marketplace does not exist here', async () => {
    const seed = { slug: 'elsewhere', name: 'Elsewhere', prefix: 'EW', timeZone: 'Europe/Rome' }
    const there = await buildMarketplace(database.owner, seed)
    const invited = { email: 'a@b.example', name: 'A', role: 'member', partnerId: there.partners[0].partnerId }
    expect(await inviteMember(here.admin, invited, mailLinks().announce)).toMatchObject({ why: 'not_found' })
    expect(await database.owner.user.findUnique({ where: { email: invited.email } })).toBeNull()
  })

  test('the mail goes to the person, in the tenant of the invitation, with one line of audit', async () => {
    const [casa] = here.partners
    const mail = mailLinks()
    const invited = { email: 'fresh@here.example', name: 'Fresh', role: 'member', partnerId: casa.partnerId }
    const outcome = await inviteMember(casa.owner, invited, mail.announce)
    if (!outcome.ok) throw new Error(outcome.why)
    const { membershipId } = outcome.value
    const { marketplaceId } = here
    expect(mail.facts).toMatchObject([{ kind: 'invitation', membershipId, marketplaceId, partnerId: casa.partnerId }])
    expect(await audits(marketplaceId)).toMatchObject([
      { act: 'member.invite', actorId: casa.owner.membershipId, partnerId: casa.partnerId, subjectId: membershipId },
    ])
  })

  test('twenty invitations of one address at once make one person with one membership', async () => {
    const [casa] = here.partners
    const invited = { email: 'many@here.example', name: 'Many', role: 'member', partnerId: casa.partnerId }
    const actors = [casa.owner, here.admin]
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => inviteMember(actors[index % 2] as Actor, invited, mailLinks().announce)),
    )
    const user = await database.owner.user.findUniqueOrThrow({ where: { email: invited.email } })
    expect(await database.owner.membership.count({ where: { userId: user.id } })).toBe(1)
    const open = { userId: user.id, purpose: 'invitation', usedAt: null }
    expect(await database.owner.signInToken.count({ where: open })).toBe(1)
  })

  test('a known person gets one more membership and stays nameless until she joins', async () => {
    const [casa] = here.partners
    const { email, name } = await database.owner.user.findUniqueOrThrow({ where: { id: here.agent.userId } })
    const mail = mailLinks()
    const invited = { email, name: 'Guessed', role: 'member', partnerId: casa.partnerId }
    expect(await inviteMember(casa.owner, invited, mail.announce)).toMatchObject({ ok: true })
    const rowOf = async () => {
      const list = await listMembers(casa.owner, { partnerId: casa.partnerId })
      return list.ok ? list.value.find((row) => row.email === email) : undefined
    }
    expect(await rowOf()).toMatchObject({ name: null, status: 'invited', allowed: { inviteAgain: true } })
    const { marketplaceId } = here
    const token = mail.newest()
    await acceptInvitation(visitor, { marketplaceId, token, name: 'x', password: 'a long enough sentence' })
    expect(await rowOf()).toMatchObject({ status: 'active' })
    expect(name).toBe('Ada Agent')
    expect(await inviteMember(casa.owner, invited, mail.announce)).toMatchObject({ why: 'already_member' })
  })

  test('inviting a disabled member enables her in the new role', async () => {
    await disableMember(here.admin, here.agent)
    const { email } = await database.owner.user.findUniqueOrThrow({ where: { id: here.agent.userId } })
    const invited = { email, name: 'x', role: 'lead', partnerId: null }
    expect(await inviteMember(here.admin, invited, mailLinks().announce)).toMatchObject({ ok: true })
    expect([await isDisabled(here.agent), await roleOf(here.agent)]).toEqual([false, 'lead'])
  })

  test('one mailbox is not flooded: the sixth invitation within an hour waits', async () => {
    const invited = { email: 'flood@here.example', name: 'x', role: 'agent', partnerId: null }
    for (let time = 0; time < 5; time += 1)
      expect(await inviteMember(here.admin, invited, mailLinks().announce)).toMatchObject({ ok: true })
    expect(await inviteMember(here.admin, invited, mailLinks().announce)).toMatchObject({ why: 'too_many_attempts' })
  })
})

describe('disabling, enabling, changing roles', () => {
  test('disabling ends the sessions of somebody who belongs nowhere else, and only theirs', async () => {
    const [casa, severny] = here.partners
    const alone = await signIn(casa.member.userId)
    const elsewhere = await signIn(casa.technical.userId)
    const more = { marketplaceId: here.marketplaceId, userId: casa.technical.userId, partnerId: severny.partnerId }
    await database.owner.membership.create({
      data: { ...more, id: crypto.randomUUID(), role: 'member', createdAt: new Date(), joinedAt: new Date() },
    })
    expect(await disableMember(casa.owner, casa.member)).toEqual({ ok: true, value: null })
    expect(await disableMember(casa.owner, casa.technical)).toEqual({ ok: true, value: null })
    expect(await findSession(alone)).toBeNull()
    const session = await findSession(elsewhere)
    expect(session?.doors.map(({ partnerId }) => partnerId)).toEqual([severny.partnerId])
    expect(await enableMember(casa.owner, casa.member)).toEqual({ ok: true, value: null })
    expect(await findSession(alone)).toBeNull()
    expect(await isDisabled(casa.member)).toBe(false)
    expect((await audits(here.marketplaceId)).map(({ act, after }) => [act, after])).toEqual([
      ['member.disable', { disabled: true }],
      ['member.disable', { disabled: true }],
      ['member.enable', { disabled: false }],
    ])
  })

  test('nobody changes herself', async () => {
    const [casa] = here.partners
    for (const person of [here.admin, casa.owner]) {
      expect(await disableMember(person, person)).toMatchObject({ why: 'not_yourself' })
      const role = person.side === 'staff' ? 'agent' : 'member'
      expect(await changeMemberRole(person, { ...person, role })).toMatchObject({ why: 'not_yourself' })
    }
  })

  test('other companies, other marketplaces and the staff are not there for an owner', async () => {
    const [casa, severny] = here.partners
    const seed = { slug: `far${round}`, name: 'Far', prefix: `F${String.fromCharCode(64 + round)}`, timeZone: 'UTC' }
    const far = await buildMarketplace(database.owner, seed)
    for (const target of [severny.member, here.agent, far.agent, far.partners[0].member])
      expect(await disableMember(casa.owner, target)).toMatchObject({ why: 'not_found' })
    expect(await disableMember(here.admin, far.agent)).toMatchObject({ why: 'not_found' })
    expect(await disableMember(here.admin, { membershipId: crypto.randomUUID() })).toMatchObject({ why: 'not_found' })
    for (const actor of [here.agent, here.lead, here.oncall])
      expect(await disableMember(actor, casa.member)).toMatchObject({ why: 'not_allowed' })
    expect(await changeMemberRole(casa.member, { ...casa.technical, role: 'member' })).toMatchObject({
      why: 'not_allowed',
    })
  })

  test('the last admin and the last owner stay, disabled or demoted by nobody', async () => {
    const [casa] = here.partners
    expect(await disableMember(here.admin, casa.owner)).toMatchObject({ why: 'last_owner' })
    expect(await changeMemberRole(here.admin, { ...casa.owner, role: 'member' })).toMatchObject({ why: 'last_owner' })
    const other = await second(casa.owner)
    expect(await disableMember(here.admin, casa.owner)).toMatchObject({ ok: true })
    expect(await disableMember(here.admin, other)).toMatchObject({ why: 'last_owner' })
    // Somebody who was only invited manages nothing yet.
    await inviteMember(
      here.admin,
      { email: 'o@here.example', name: 'O', role: 'owner', partnerId: casa.partnerId },
      mailLinks().announce,
    )
    expect(await disableMember(here.admin, other)).toMatchObject({ why: 'last_owner' })
  })

  test.each(['staff', 'partner'] as const)(
    'two who demote each other at once: one %s manager remains',
    async (side) => {
      const first: Actor = side === 'staff' ? here.admin : here.partners[0].owner
      const other = await second(first)
      const lower = side === 'staff' ? 'agent' : 'member'
      for (let time = 0; time < 10; time += 1) {
        const answers = await Promise.all([
          changeMemberRole(first, { membershipId: other.membershipId, role: lower }),
          time % 2 === 0
            ? changeMemberRole(other, { membershipId: first.membershipId, role: lower })
            : disableMember(other, first),
        ])
        expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
        const roles = [await roleOf(first), await roleOf(other)]
        const gone = [await isDisabled(first), await isDisabled(other)]
        expect(roles.filter((role, index) => role === first.role && !gone[index])).toHaveLength(1)
        const ids = { in: [first.membershipId, other.membershipId] }
        await database.owner.membership.updateMany({ where: { id: ids }, data: { role: first.role, disabledAt: null } })
      }
    },
  )

  test('a role of the other side does not fit', async () => {
    expect(await changeMemberRole(here.admin, { ...here.agent, role: 'owner' })).toMatchObject({ why: 'wrong_role' })
    expect(await changeMemberRole(here.admin, { ...here.agent, role: 'lead' })).toMatchObject({ ok: true })
    expect(await roleOf(here.agent)).toBe('lead')
  })
})

describe('lists', () => {
  test('staff see the staff and each company; a company sees itself and nobody else', async () => {
    const [casa, severny] = here.partners
    const names = async (actor: Actor, partnerId: string | null) => {
      const list = await listMembers(actor, { partnerId })
      return list.ok ? list.value.map(({ role }) => role).sort() : list.why
    }
    expect(await names(here.agent, null)).toEqual(['admin', 'agent', 'lead', 'oncall', 'oncall'])
    expect(await names(here.agent, casa.partnerId)).toEqual(['member', 'owner', 'technical'])
    expect(await names(casa.member, casa.partnerId)).toEqual(['member', 'owner', 'technical'])
    expect(await names(casa.owner, severny.partnerId)).toBe('not_found')
    expect(await names(casa.owner, null)).toBe('not_found')
  })

  test('each row says what the viewer may do with it', async () => {
    const [casa] = here.partners
    const list = await listMembers(casa.owner, { partnerId: casa.partnerId })
    if (!list.ok) throw new Error(list.why)
    const self = list.value.find((row) => row.self)
    const other = list.value.find((row) => !row.self)
    expect(self?.allowed).toEqual({ disable: false, enable: false, changeRole: false, inviteAgain: false })
    expect(other?.allowed).toEqual({ disable: true, enable: false, changeRole: true, inviteAgain: false })
    const plain = await listMembers(casa.member, { partnerId: casa.partnerId })
    expect(plain.ok && plain.value.every((row) => !Object.values(row.allowed).some(Boolean))).toBe(true)
  })

  test('peopleOf shows each side the people its database shows', async () => {
    const [casa, severny] = here.partners
    const ids = [here.agent, casa.owner, severny.owner].map(({ membershipId }) => membershipId)
    const seen = async (open: Promise<Map<string, unknown>>) => [...(await open).keys()].sort()
    expect(await seen(asStaff(here.agent, (tx) => peopleOf(tx, ids)))).toEqual([...ids].sort())
    expect(await seen(asWorker(here.marketplaceId, (tx) => peopleOf(tx, ids)))).toEqual([...ids].sort())
    expect(await seen(asPartner(casa.owner, (tx) => peopleOf(tx, ids)))).toEqual(
      [here.agent.membershipId, casa.owner.membershipId].sort(),
    )
  })
})
