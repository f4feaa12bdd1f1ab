import { getServerSession } from 'next-auth'
import { decode } from 'next-auth/jwt'
import { beforeAll, describe, expect, test } from 'vitest'
import { EnvFaults, forgetEnv, readEnv } from '@/lib/foundation/env'
import {
  actorOf,
  endOtherSessions,
  endSession,
  findSession,
  hashPassword,
  membershipsOf,
  mySessions,
} from '@/lib/identity'
import { authOptions } from '@/lib/identity/auth-options'
import { sealSession, sessionCookieName } from '@/lib/identity/session-cookie'
import { openSession } from '@/lib/identity/session-store'
import { withoutTenant } from '@/lib/tenancy'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World

async function signIn(userId: string): Promise<string> {
  const visitor = { ip: '203.0.113.1', userAgent: null }
  const person = { id: userId, locale: null }
  return (await withoutTenant((tx, now) => openSession(tx, now, person, visitor))).sessionId
}

/** What next-auth makes of a request that carries this cookie. */
async function seenByNextAuth(value: string) {
  const request = { headers: {}, cookies: { [sessionCookieName()]: value } }
  const answer = { getHeader: () => undefined, setHeader: () => {}, setCookie: () => {} }
  return getServerSession(request as never, answer as never, authOptions())
}

beforeAll(async () => {
  world = await buildWorld(database.owner)
})

describe('the session behind the cookie', () => {
  test('the token carries the id of a row and nothing of the person', async () => {
    const sessionId = await signIn(world.nova.agent.userId)
    const token = await decode({ token: await sealSession(sessionId), secret: process.env.NEXTAUTH_SECRET ?? '' })
    expect(Object.keys(token ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'sid'])
    expect(token?.sid).toBe(sessionId)
  })

  test('next-auth reads our cookie, and a signed-out one is anonymous on the next request', async () => {
    const sessionId = await signIn(world.nova.agent.userId)
    const cookie = await sealSession(sessionId)
    expect((await seenByNextAuth(cookie))?.waybill).toMatchObject({ sessionId, userId: world.nova.agent.userId })
    expect(JSON.parse(JSON.stringify(await seenByNextAuth(cookie)))).toEqual({
      expires: expect.any(String),
      user: { name: 'Ada Agent', email: expect.any(String) },
    })
    await endSession(sessionId)
    const after = await seenByNextAuth(cookie)
    expect([after?.waybill, after?.user]).toEqual([undefined, undefined])
  })

  test('over https the cookie is one that only https carries', () => {
    const kept = process.env.WAYBILL_URL
    process.env.WAYBILL_URL = 'https://support.example'
    forgetEnv()
    expect([sessionCookieName(), authOptions().useSecureCookies]).toEqual(['__Secure-next-auth.session-token', true])
    if (kept === undefined) delete process.env.WAYBILL_URL
    else process.env.WAYBILL_URL = kept
    forgetEnv()
    expect([sessionCookieName(), authOptions().useSecureCookies]).toEqual(['next-auth.session-token', false])
  })

  test('a disabled person and an ended session are anonymous', async () => {
    const userId = world.nova.lead.userId
    const sessionId = await signIn(userId)
    await database.owner.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    expect(await findSession(sessionId)).toBeNull()
    await database.owner.user.update({ where: { id: userId }, data: { disabledAt: null } })
    expect(await findSession(sessionId)).not.toBeNull()
    await database.shiftClock(14 * 24 * 60 * 60_000)
    expect(await findSession(sessionId)).toBeNull()
    await database.shiftClock(0)
  })

  test('a person sees and ends her own sessions elsewhere, keeps the one she sits in, and touches nobody else’s', async () => {
    const { admin, partners } = world.nova
    const { owner } = partners[1]
    const [here, elsewhere, foreign] = [
      await signIn(owner.userId),
      await signIn(owner.userId),
      await signIn(admin.userId),
    ]
    const session = await findSession(here)
    if (!session) throw new Error('no session')
    expect((await mySessions(session)).map(({ id, here: sitsHere }) => [id, sitsHere])).toEqual([
      [here, true],
      [elsewhere, false],
    ])
    await endOtherSessions(session)
    expect((await mySessions(session)).map(({ id }) => id)).toEqual([here])
    expect(await findSession(elsewhere)).toBeNull()
    expect(await findSession(here)).not.toBeNull()
    expect(await findSession(foreign)).not.toBeNull()
  })

  test('what is no id, or nobody’s, is nobody', async () => {
    for (const id of [undefined, null, 5, '', 'x', "' or 1=1", '018f0000-0000-7000-8000-000000000000'])
      expect(await findSession(id)).toBeNull()
    expect((await seenByNextAuth('not a token'))?.waybill).toBeUndefined()
  })

  test('a demotion and a disabling count from the next request on', async () => {
    const { agent } = world.orbit
    const key = { marketplaceId: agent.marketplaceId, membershipId: agent.membershipId, partnerId: null }
    const set = (data: { role?: string; disabledAt?: Date | null }) =>
      database.owner.membership.updateMany({ where: { id: agent.membershipId }, data })
    await set({ role: 'admin' })
    expect((await actorOf(agent.userId, key))?.role).toBe('admin')
    await set({ role: 'agent' })
    expect((await actorOf(agent.userId, key))?.role).toBe('agent')
    await set({ disabledAt: new Date() })
    expect(await actorOf(agent.userId, key)).toBeNull()
    await set({ disabledAt: null })
  })

  test('an actor comes from her own row only', async () => {
    const { agent, admin } = world.nova
    const foreign = { marketplaceId: admin.marketplaceId, membershipId: admin.membershipId, partnerId: null }
    expect(await actorOf(agent.userId, foreign)).toBeNull()
    const forged = { marketplaceId: world.orbit.marketplaceId, membershipId: agent.membershipId, partnerId: null }
    expect(await actorOf(agent.userId, forged)).toBeNull()
    const [casa, severny] = world.nova.partners
    const other = { ...casa.owner, partnerId: severny.partnerId }
    expect(await actorOf(casa.owner.userId, other)).toBeNull()
  })

  test('a person sees all that she belongs to, each read under its own marketplace', async () => {
    const { nova, orbit } = world
    const userId = nova.oncall.userId
    const extra = { marketplaceId: orbit.marketplaceId, userId, createdAt: new Date() }
    const joined = { ...extra, id: '018f0000-0000-7000-8000-00000000000a', partnerId: orbit.partners[0].partnerId }
    const pending = { ...extra, id: '018f0000-0000-7000-8000-00000000000b', partnerId: orbit.partners[1].partnerId }
    await database.owner.membership.create({ data: { ...joined, role: 'owner', joinedAt: new Date() } })
    await database.owner.membership.create({ data: { ...pending, role: 'owner' } })
    const actors = await membershipsOf(userId)
    expect(actors.map(({ side, role }) => `${side} ${role}`).sort()).toEqual(['partner owner', 'staff oncall'])
  })
})

describe('next-auth itself', () => {
  /** A request to next-auth's routes, in the form it takes without Next around it. */
  async function call(method: string, path: string[], body: Record<string, string> = {}, cookies = {}) {
    const { default: imported } = await import('next-auth')
    const NextAuth = ((imported as unknown as { default?: typeof imported }).default ?? imported) as unknown as (
      request: object,
      answer: object,
      options: object,
    ) => Promise<unknown>
    const headers: [string, unknown][] = []
    const answer = { status: 200, body: undefined as unknown }
    const response = {
      status(code: number) {
        answer.status = code
        return response
      },
      getHeader: (name: string) => headers.filter(([known]) => known === name).flatMap(([, value]) => value),
      setHeader(name: string, value: unknown) {
        headers.push([name, value])
        return response
      },
      json: (value: unknown) => {
        answer.body = value
      },
      send: (value: unknown) => {
        answer.body = value
      },
      end: () => {},
    }
    const head = { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'Tests' }
    await NextAuth({ method, query: { nextauth: path }, body, cookies, headers: head }, response, authOptions())
    const written = headers.filter(([name]) => /set-cookie/i.test(name)).flatMap(([, value]) => value as string[])
    const jar = Object.fromEntries(
      written.map((line) => (line.split(';')[0] ?? '').split('=')).map(([name, ...rest]) => [name, rest.join('=')]),
    )
    return { ...answer, jar: decoded(jar) }
  }

  const decoded = (jar: Record<string, string>) =>
    Object.fromEntries(Object.entries(jar).map(([name, value]) => [name, decodeURIComponent(value)]))

  test('its password provider runs our use case and writes a cookie with a session id; a wrong one does not', async () => {
    const password = 'a long enough sentence'
    const { userId } = world.nova.admin
    await database.owner.user.update({
      where: { id: userId },
      data: { passwordHash: await hashPassword(password) },
    })
    const { email } = await database.owner.user.findUniqueOrThrow({ where: { id: userId } })
    const csrf = await call('GET', ['csrf'])
    const { csrfToken = '' } = csrf.body as { csrfToken?: string }
    const fields = { csrfToken, json: 'true', email }
    const wrong = await call('POST', ['callback', 'password'], { ...fields, password: 'not this one' }, csrf.jar)
    expect([wrong.status, Object.keys(wrong.jar).some((name) => name.includes('session-token'))]).toEqual([401, false])
    const right = await call('POST', ['callback', 'password'], { ...fields, password }, csrf.jar)
    const cookie = right.jar[sessionCookieName()] ?? ''
    expect((await seenByNextAuth(cookie))?.waybill).toMatchObject({ userId })
    const forged = await call('POST', ['callback', 'password'], { ...fields, csrfToken: 'x', password }, csrf.jar)
    expect(forged.jar[sessionCookieName()]).toBeUndefined()
    const out = await call(
      'POST',
      ['signout'],
      { csrfToken, json: 'true' },
      { ...csrf.jar, [sessionCookieName()]: cookie },
    )
    expect(out.status).toBe(200)
    expect((await seenByNextAuth(cookie))?.waybill).toBeUndefined()
  })
})

describe('the secret', () => {
  test('web and worker refuse to boot without NEXTAUTH_SECRET or with a short one', () => {
    const given = { DATABASE_URL: 'postgresql://a:b@h/d', DATABASE_URL_WORKER: 'postgresql://a:b@h/d' }
    for (const part of ['web', 'worker'] as const) {
      expect(() => readEnv(given, part)).toThrow(EnvFaults)
      expect(() => readEnv({ ...given, NEXTAUTH_SECRET: 'short' }, part)).toThrow(/32/)
    }
  })

  test('nothing can be signed without it', async () => {
    const kept = process.env.NEXTAUTH_SECRET
    delete process.env.NEXTAUTH_SECRET
    forgetEnv()
    try {
      expect(() => authOptions()).toThrow(EnvFaults)
      await expect(sealSession('018f0000-0000-7000-8000-000000000000')).rejects.toThrow(EnvFaults)
    } finally {
      process.env.NEXTAUTH_SECRET = kept
      forgetEnv()
    }
  })

  test('a cookie sealed with another secret opens nothing', async () => {
    const sessionId = await signIn(world.nova.agent.userId)
    const kept = process.env.NEXTAUTH_SECRET
    process.env.NEXTAUTH_SECRET = 'another secret that is long enough too'
    forgetEnv()
    const foreign = await sealSession(sessionId)
    process.env.NEXTAUTH_SECRET = kept
    forgetEnv()
    expect((await seenByNextAuth(foreign))?.waybill).toBeUndefined()
  })
})
