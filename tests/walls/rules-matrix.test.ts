import { describe, expect, test } from 'vitest'
import { type Act, type Actor, authorize, type PartnerRole, rules, type StaffRole, staffRoles } from '@/lib/authz'
import { acts, openToAll, type RoleColumn, roleColumns } from './who-may'

/** The facts of each situation that who-may.ts names, seen by this actor. */
function factsOf(act: string, situation: string, actor: Actor): object | undefined {
  const me = actor.membershipId
  // Staff have no company: theirs is whichever they look at.
  const mine = actor.partnerId ?? 'casa'
  const other = 'another-company'
  const ticket = { partnerId: mine, openedById: 'colleague', claimed: false, membersSeeAll: false }
  const file = { partnerId: mine, uploadedById: 'colleague', audience: 'partner', ticketReadable: true }
  const tables: Record<string, Record<string, object>> = {
    ticket: {
      own: { ...ticket, openedById: me },
      "a colleague's, all see all": { ...ticket, membersSeeAll: true },
      "a colleague's, own only": ticket,
      "a colleague's urgent one, own only": { ...ticket, claimed: true },
      "another company's": { ...ticket, partnerId: other, membersSeeAll: true },
      "another company's urgent one": { ...ticket, partnerId: other, membersSeeAll: true, claimed: true },
    },
    escalation: {
      paged: { wasPaged: true },
      'not paged': { wasPaged: false },
      owner: { ownerId: me },
      "another's": { ownerId: 'colleague' },
      "nobody's": { ownerId: null },
    },
    call: {
      own: { partnerId: mine, isContact: false },
      'own, a contact': { partnerId: mine, isContact: true },
      another: { partnerId: other, isContact: true },
    },
    member: {
      'own company': { partnerId: mine },
      'another company': { partnerId: other },
      'of the own company': { partnerId: mine, membershipId: 'colleague', role: 'member' },
      'of another company': { partnerId: other, membershipId: 'stranger', role: 'member' },
      'of the staff': { partnerId: null, membershipId: 'somebody', role: 'agent' },
      oneself: { partnerId: actor.partnerId, membershipId: me, role: actor.role },
    },
    attachment: {
      'own upload': { ...file, uploadedById: me, audience: 'uploader', ticketReadable: null },
      "a colleague's upload": { ...file, audience: 'uploader', ticketReadable: null },
      'on a ticket one may read': file,
      'on a ticket one may not read': { ...file, ticketReadable: false },
      'on a note': { ...file, audience: 'staff' },
      "another company's": { ...file, partnerId: other },
      "another company's upload": { ...file, partnerId: other, audience: 'uploader', ticketReadable: null },
    },
    phone: { 'her own': { membershipId: me }, "another's": { membershipId: 'colleague' } },
    cover: {
      'asked of anybody': { requestedById: 'colleague', askedId: null },
      'asked of oneself': { requestedById: 'colleague', askedId: me },
      'asked of somebody else': { requestedById: 'colleague', askedId: 'another' },
      "one's own": { requestedById: me, askedId: null },
    },
    company: { own: { partnerId: mine }, another: { partnerId: other } },
    integration: { own: { partnerId: mine }, another: { partnerId: other } },
    contacts: { own: { partnerId: mine }, another: { partnerId: other } },
  }
  if (situation === 'always') return undefined
  const facts = tables[act.split('.')[0] ?? '']?.[situation]
  if (!facts) throw new Error(`no facts for ${act} in the situation "${situation}"`)
  return facts
}

function actorOf(role: RoleColumn): Actor {
  const person = { marketplaceId: 'nova', membershipId: `me-${role}`, userId: `user-${role}` }
  return (staffRoles as readonly string[]).includes(role)
    ? { ...person, side: 'staff', role: role as StaffRole, partnerId: null }
    : { ...person, side: 'partner', role: role as PartnerRole, partnerId: 'casa' }
}

/** The answers of the gate to one row of who-may.ts, in its own notation. */
function answers(act: string, situation: string): string {
  const ask = authorize as (actor: Actor, act: Act, facts?: object) => boolean
  const cells = roleColumns.map((role) => {
    const actor = actorOf(role)
    return ask(actor, act as Act, factsOf(act, situation, actor)) ? 'y' : '-'
  })
  return `${cells.slice(0, 4).join('')} ${cells.slice(4).join('')}`
}

function wrongRows(): string[] {
  return Object.entries(acts).flatMap(([act, situations]) =>
    Object.entries(situations)
      .filter(([situation, expected]) => answers(act, situation) !== expected)
      .map(([situation, expected]) => `${act}, ${situation}: ${answers(act, situation)}, expected ${expected}`),
  )
}

const changeable = rules as Record<string, (...given: unknown[]) => boolean>

function withRule<Seen>(act: string, rule: () => boolean, look: () => Seen): Seen {
  const before = changeable[act]
  changeable[act] = rule
  try {
    return look()
  } finally {
    if (before) changeable[act] = before
  }
}

describe('who may', () => {
  test('every act has its rows, and no row stands for an act that is gone', () => {
    expect(Object.keys(acts).sort()).toEqual(Object.keys(rules).sort())
  })

  test('each role, in each situation, may what the table says and nothing else', () => {
    expect(wrongRows()).toEqual([])
  })

  test.each(Object.keys(rules))('%s: the table notices when its rule says always yes or always no', (act) => {
    if (openToAll.includes(act)) {
      for (const expected of Object.values(acts[act] ?? {})) expect(expected).toBe('yyyy yyy')
    } else {
      expect(withRule(act, () => true, wrongRows)).not.toEqual([])
    }
    expect(withRule(act, () => false, wrongRows)).not.toEqual([])
  })

  test('what stands in no rule file cannot be done by anybody', () => {
    for (const role of roleColumns) {
      const ask = authorize as (actor: Actor, act: string) => boolean
      for (const act of ['ticket.destroy', '', 'toString', 'valueOf', '__proto__', 'constructor'])
        expect(ask(actorOf(role), act)).toBe(false)
    }
  })
})
