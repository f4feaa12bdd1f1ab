import { notFound, redirect } from 'next/navigation'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod/mini'
import { log } from '@/lib/foundation/log'
import { ok, refuse } from '@/lib/foundation/outcome'
import { locales } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translator'
import { findSession, type Session } from '@/lib/identity'
import { openSession } from '@/lib/identity/session-store'
import { withoutTenant } from '@/lib/tenancy'
import { chooseActor } from '@/lib/web/choose-actor'
import { defineAction } from '@/lib/web/define-action'
import { answerRequest } from '@/lib/web/define-route'
import { answerWrite, type Door } from '@/lib/web/doorman'
import { readiness } from '@/lib/web/health'
import type { Knock } from '@/lib/web/knock'
import { isPageOf, landing } from '@/lib/web/landing'
import { isOwnOrigin } from '@/lib/web/own-origin'
import { readForm } from '@/lib/web/read-form'
import { refusalText } from '@/lib/web/refusal-text'
import { switcher } from '@/lib/web/switcher'
import { isWorkerAlive } from '@/lib/worker'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
})

const own = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin', host: 'localhost:3000' }

function knockWith(
  session: Session | null,
  headers: Record<string, string> = own,
  cookies: Record<string, string> = {},
) {
  const knock: Knock = {
    header: (name) => headers[name] ?? null,
    cookie: (name) => cookies[name] ?? null,
    session,
  }
  return knock
}

async function sessionOf(userId: string): Promise<Session> {
  const visitor = { ip: '203.0.113.1', userAgent: null }
  const { sessionId } = await withoutTenant((tx, now) => openSession(tx, now, { id: userId, locale: null }, visitor))
  const session = await findSession(sessionId)
  if (!session) throw new Error('no session')
  return session
}

const schema = z.strictObject({ word: z.string().check(z.minLength(1), z.maxLength(5)) })

/** An action that tells who called it. */
function echo<D extends Door>(side: D) {
  return {
    schema,
    side,
    run: async (caller: unknown, input: { word: string }) =>
      ok({ word: input.word, caller: (caller as { membershipId?: string } | null)?.membershipId ?? null }),
  }
}

const form = (fields: Record<string, unknown>) => readForm({ marketplace: 'nova', word: 'hello', ...fields })

describe('where a write may come from', () => {
  const from = (headers: Record<string, string>) => isOwnOrigin((name) => headers[name] ?? null)

  test.each([
    ['our page', own],
    ['our page, an older browser', { origin: 'http://localhost:3000', host: 'localhost:3000' }],
    ['our page by another name of the host', { ...own, origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
    ['a browser that sends no Origin but says same-origin', { 'sec-fetch-site': 'same-origin', host: 'x' }],
  ])('%s: yes', (_what, headers) => expect(from(headers as Record<string, string>)).toBe(true))

  test.each([
    ['neither header', { host: 'localhost:3000' }],
    ['Origin: null', { ...own, origin: 'null' }],
    ['Origin: null, an older browser', { origin: 'null', host: 'localhost:3000' }],
    ['another site', { ...own, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, an older browser', { origin: 'https://evil.example', host: 'localhost:3000' }],
    ['a sibling of our site', { ...own, 'sec-fetch-site': 'same-site' }],
    ['typed by hand', { host: 'localhost:3000', 'sec-fetch-site': 'none' }],
    [
      'the host named in another header',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'x' },
    ],
    ['another port of the host', { origin: 'http://localhost:3001', host: 'localhost:3000' }],
    ['another scheme', { origin: 'ftp://localhost:3000', host: 'localhost:3000' }],
  ])('%s: no', (_what, headers) => expect(from(headers as Record<string, string>)).toBe(false))

  test('a write from elsewhere reaches nothing', async () => {
    const session = await sessionOf(world.nova.agent.userId)
    const run = vi.fn(async () => ok(null))
    const answer = await answerWrite({ schema, side: 'staff', run }, knockWith(session, { origin: 'null' }), form({}))
    expect(answer).toMatchObject({ status: 'refused', why: 'foreign_origin' })
    expect(run).not.toHaveBeenCalled()
  })
})

describe('who knocks', () => {
  test('the caller comes from rows: her own side, her own marketplace, her own membership', async () => {
    const { nova, orbit } = world
    const [casa] = nova.partners
    const agent = knockWith(await sessionOf(nova.agent.userId))
    const member = knockWith(await sessionOf(casa.member.userId))
    const ask = async (door: Door, knock: Knock, fields: Record<string, unknown> = {}) => {
      const answer = await answerWrite(echo(door), knock, form(fields))
      return answer.status === 'ok' ? answer.value.caller : answer.status === 'refused' ? answer.why : answer.status
    }
    expect(await ask('staff', agent)).toBe(nova.agent.membershipId)
    expect(await ask('either', member)).toBe(casa.member.membershipId)
    expect(await ask('partner', agent)).toBe('not_found')
    expect(await ask('staff', member)).toBe('not_found')
    expect(await ask('staff', agent, { marketplace: orbit.slug })).toBe('not_found')
    expect(await ask('staff', agent, { marketplace: 'nowhere' })).toBe('not_found')
    expect(await ask('staff', agent, { marketplace: "' or 1=1" })).toBe('not_found')
    expect(await ask('staff', agent, { membershipId: nova.admin.membershipId })).toBe('not_found')
    expect(await ask('staff', knockWith(null))).toBe('signed_out')
    expect(await ask('person', knockWith(null))).toBe('signed_out')
    expect(await ask('anyone', knockWith(null))).toBe(null)
  })

  test('with two companies the form names one, and nothing is guessed', async () => {
    const { nova } = world
    const [casa, severny] = nova.partners
    const { userId } = casa.technical
    const id = '018f0000-0000-7000-8000-00000000000c'
    const more = { marketplaceId: nova.marketplaceId, id, userId, partnerId: severny.partnerId, role: 'owner' }
    await database.owner.membership.create({ data: { ...more, createdAt: new Date(), joinedAt: new Date() } })
    const session = await sessionOf(userId)
    const open = knockWith(session, own, { membership: id })
    const ask = (fields: Record<string, unknown>) => answerWrite(echo('partner'), open, form(fields))
    expect(await ask({})).toMatchObject({ status: 'refused', why: 'choose_company' })
    expect(await ask({ membershipId: id })).toMatchObject({ value: { caller: id } })
    const other = casa.technical.membershipId
    expect(await ask({ membershipId: other })).toMatchObject({ value: { caller: other } })
    // A page shows the one the cookie prefers, and the oldest when the cookie names a stranger's.
    const wanted = { marketplaceId: nova.marketplaceId, side: 'partner' as const }
    expect((await chooseActor(session, { ...wanted, preferred: other }))?.membershipId).toBe(other)
    expect((await chooseActor(session, { ...wanted, preferred: id }))?.membershipId).toBe(id)
    const foreign = nova.partners[0].owner.membershipId
    expect((await chooseActor(session, { ...wanted, preferred: foreign }))?.userId).toBe(userId)
    const entries = await switcher(session)
    expect(entries.map(({ companyName }) => companyName).sort()).toEqual(['Casa Lumen', 'Severny Svet'])
    expect(entries.every(({ home }) => home === '/nova/requests')).toBe(true)
  })
})

describe('what was typed', () => {
  test('unknown keys, wrong kinds and lists are refused, each field with a sentence in the reader’s language', async () => {
    const session = await sessionOf(world.nova.agent.userId)
    const run = vi.fn(async () => ok(null))
    const knock = knockWith(session, { ...own, 'accept-language': 'ru' })
    const ask = (input: unknown) => answerWrite({ schema, side: 'staff', run }, knock, { ...form({}), input })
    expect(await ask({ word: 'toolong' })).toMatchObject({
      status: 'invalid',
      fields: { word: 'Не более 5 символов.' },
    })
    for (const input of [{}, { word: '' }, { word: ['a', 'b'] }, { word: { gt: '' } }, { word: null }, null, 'x', []])
      expect((await ask(input)).status).toBe('invalid')
    expect(await ask({ word: 'ok', role: 'admin' })).toMatchObject({
      message: 'Форма больше не подходит к этой странице. Обновите страницу.',
    })
    expect(run).not.toHaveBeenCalled()
  })

  test('a schema that lets unknown keys through is refused when it is defined', () => {
    const lax = z.object({ word: z.string() })
    expect(() => defineAction({ schema: lax, side: 'staff', run: async () => ok(null) })).toThrow(/strictObject/)
  })

  test('a form becomes plain values: lists for repeated names, nothing of Next, the hidden fields apart', () => {
    const data = new FormData()
    for (const [name, value] of [
      ['$ACTION_ID_1', ''],
      ['marketplace', 'nova'],
      ['membershipId', 'm'],
      ['word', 'a'],
      ['files', '1'],
      ['files', '2'],
      ['__proto__', 'x'],
    ] as const)
      data.append(name, value)
    const read = readForm(data)
    expect(read).toMatchObject({ slug: 'nova', membershipId: 'm' })
    expect(Object.entries(read.input as object)).toEqual([
      ['word', 'a'],
      ['files', ['1', '2']],
      ['__proto__', 'x'],
    ])
  })
})

describe('the answer', () => {
  const act = async (run: () => Promise<never>) => {
    const session = await sessionOf(world.nova.agent.userId)
    return answerWrite({ schema, side: 'staff', run }, knockWith(session), form({}))
  }

  test('redirects and not-found of Next pass through', async () => {
    await expect(act(async () => redirect('/x'))).rejects.toThrow('NEXT_REDIRECT')
    await expect(act(async () => notFound())).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK')
  })

  test('a bug becomes an id that the log carries too, and nothing of itself', async () => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
    const answer = await act(async () => {
      throw new Error('secret detail of the database')
    })
    expect(answer.status).toBe('error')
    const id = answer.status === 'error' ? answer.id : ''
    expect(JSON.stringify(answer)).not.toContain('secret detail')
    expect(answer).toMatchObject({ message: expect.stringContaining(id) })
    expect(logged.mock.calls[0]?.[0]).toMatchObject({ id, err: expect.any(Error) })
    logged.mockRestore()
  })

  test('a refusal is a sentence in each language, its times in the reader’s zone', () => {
    const until = new Date('2026-11-23T11:02:00Z')
    const texts = locales.map((locale) =>
      refusalText({ locale, timeZone: 'Europe/Rome', theme: null }, refuse('too_many_attempts', { until, minutes: 3 })),
    )
    expect(new Set(texts).size).toBe(5)
    expect(texts.every((text) => text.includes('12:02') && text.includes('3'))).toBe(true)
  })

  test('a reason without a sentence is a line in the log and still an answer', () => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
    const viewer = { locale: 'en', timeZone: 'UTC', theme: null } as const
    expect(refusalText(viewer, refuse('unheard_of'))).toBe(translatorFor('en', 'refusals')('other'))
    expect(logged).toHaveBeenCalledOnce()
    logged.mockRestore()
  })
})

describe('a route', () => {
  const params = { marketplace: 'nova' }
  const send = async (knock: Knock, request: Request, door: Door = 'staff') => {
    const answer = await answerRequest(echo(door), knock, request, params)
    return { status: answer.status, body: await answer.json(), cache: answer.headers.get('cache-control') }
  }
  const post = (body: string, type = 'application/json') =>
    new Request('http://localhost:3000/nova/api/x', { method: 'POST', body, headers: { 'content-type': type } })

  test('answers with the status of what happened', async () => {
    const agent = knockWith(await sessionOf(world.nova.agent.userId))
    const good = post('{"word":"hi"}')
    expect(await send(agent, good)).toMatchObject({ status: 200, body: { word: 'hi' }, cache: 'private, no-store' })
    expect((await send(knockWith(null), post('{"word":"hi"}'))).status).toBe(401)
    expect((await send(knockWith(agent.session, { origin: 'null' }), post('{"word":"hi"}'))).status).toBe(403)
    expect((await send(agent, post('{"word":"hi"}'), 'partner')).status).toBe(404)
    expect((await send(agent, post('{"word":"hi","x":1}'))).status).toBe(400)
    expect((await send(agent, post('{'))).status).toBe(400)
    expect((await send(agent, post('word=hi', 'text/plain'))).status).toBe(415)
    expect((await send(agent, post(`{"word":"${'x'.repeat(1_000_001)}"}`))).status).toBe(413)
  })

  test('a read needs no origin, and its query is parsed by the same schema', async () => {
    const agent = knockWith(await sessionOf(world.nova.agent.userId), {})
    const get = (query: string) => new Request(`http://localhost:3000/nova/api/x?${query}`)
    expect((await send(agent, get('word=hi'))).status).toBe(200)
    expect((await send(agent, get(`word=hi&membershipId=${world.nova.agent.membershipId}`))).status).toBe(200)
    expect((await send(agent, get(`word=hi&membershipId=${world.nova.admin.membershipId}`))).status).toBe(404)
    expect((await send(agent, get('word=hi&x=1'))).status).toBe(400)
  })
})

describe('where a sign-in leads', () => {
  test('to the page she came for, else home, else where she belongs', async () => {
    const { nova } = world
    const { userId } = nova.agent
    expect(await landing(userId, 'nova')).toBe('/nova/desk')
    expect(await landing(userId, 'nova', '/nova/desk/NV-2041?a=b')).toBe('/nova/desk/NV-2041?a=b')
    expect(await landing(userId, 'nova', 'https://evil.example/')).toBe('/nova/desk')
    expect(await landing(userId, 'orbit', '/orbit/desk')).toBe('/nova/desk')
    expect(await landing(nova.partners[0].owner.userId, 'nova')).toBe('/nova/requests')
  })

  test.each([
    '//evil.example/nova/',
    '/\\evil.example',
    '/nova/..//evil.example',
    '/nova/../../orbit/desk',
    '/nova//evil.example',
    'javascript:alert(1)',
    '/nova/\nx',
    '/novax/desk',
    '/nova',
  ])('%j is not followed', (path) => expect(isPageOf('nova', path)).toBe(false))
})

describe('health', () => {
  test('ready with the database; a worker is told of and does not count', async () => {
    expect(await readiness(isWorkerAlive)).toEqual({ ready: true, database: true, worker: 'away' })
    const now = new Date()
    const id = '018f0000-0000-7000-8000-00000000000d'
    await database.owner.worker.create({ data: { id, lockKey: 1n, startedAt: now, seenAt: now } })
    expect(await readiness(isWorkerAlive)).toMatchObject({ worker: 'alive' })
    const broken = () => Promise.reject(new Error('gone'))
    expect(await readiness(broken)).toEqual({ ready: false, database: false, worker: 'unknown' })
  })
})
