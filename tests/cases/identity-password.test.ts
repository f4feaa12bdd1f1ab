import { beforeAll, describe, expect, test } from 'vitest'
import { hashPassword, signInWithPassword, type Visitor } from '@/lib/identity'
import { passwordMatches } from '@/lib/identity/password'
import { emailField, newPasswordField } from '@/lib/identity/schema'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
const password = 'a long enough sentence'
let world: World
let place = 0

/** A visitor from a place of her own, so that tests do not count into each other's limits. */
function visitor(): Visitor {
  place += 1
  return { ip: `192.0.2.${place}`, userAgent: 'Tests' }
}

async function emailOf(userId: string): Promise<string> {
  return (await database.owner.user.findUniqueOrThrow({ where: { id: userId } })).email
}

beforeAll(async () => {
  world = await buildWorld(database.owner)
  const passwordHash = await hashPassword(password)
  await database.owner.user.updateMany({ data: { passwordHash } })
})

describe('signing in with a password', () => {
  test('opens a session whose row is all the cookie names', async () => {
    const email = await emailOf(world.nova.agent.userId)
    const signedIn = await signInWithPassword(visitor(), { email, password })
    if (!signedIn.ok) throw new Error(signedIn.why)
    const row = await database.owner.session.findUniqueOrThrow({ where: { id: signedIn.value.sessionId } })
    expect(row).toMatchObject({ userId: world.nova.agent.userId, revokedAt: null, userAgent: 'Tests' })
    expect(row.expiresAt.getTime()).toBeGreaterThan(row.createdAt.getTime())
  })

  test('a wrong password, an unknown address, no password and nowhere to belong answer alike', async () => {
    const email = await emailOf(world.nova.lead.userId)
    const without = await emailOf(world.nova.oncall.userId)
    await database.owner.user.update({ where: { email: without }, data: { passwordHash: null } })
    const gone = await emailOf(world.nova.oncall2.userId)
    await database.owner.membership.updateMany({
      where: { userId: world.nova.oncall2.userId },
      data: { disabledAt: new Date() },
    })
    const answers = [
      await signInWithPassword(visitor(), { email, password: 'not this one at all' }),
      await signInWithPassword(visitor(), { email: 'nobody@nova.example', password }),
      await signInWithPassword(visitor(), { email: without, password }),
      await signInWithPassword(visitor(), { email: gone, password }),
    ]
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: false, why: 'wrong_credentials' })]),
    )
  })

  test('an unknown address takes about as long as a wrong password', async () => {
    const email = await emailOf(world.nova.lead.userId)
    const known: number[] = []
    const unknown: number[] = []
    const timed = async (into: number[], address: string) => {
      const begun = performance.now()
      await signInWithPassword(visitor(), { email: address, password: 'not this one at all' })
      into.push(performance.now() - begun)
    }
    await timed([], email)
    await timed([], 'first@nova.example')
    for (let round = 0; round < 15; round += 1) {
      await timed(known, email)
      await timed(unknown, `nobody.${round}@nova.example`)
    }
    const ratio = median(known) / median(unknown)
    expect(ratio).toBeGreaterThan(1 / 3)
    expect(ratio).toBeLessThan(3)
  })

  test('comparing takes as long where there is nothing to compare with', async () => {
    const stored = await hashPassword(password)
    const timed = async (hash: string | null) => {
      const begun = performance.now()
      expect(await passwordMatches(hash, 'not this one at all')).toBe(false)
      return performance.now() - begun
    }
    await timed(null)
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 15; round += 1) {
      known.push(await timed(stored))
      unknown.push(await timed(null))
    }
    const ratio = median(known) / median(unknown)
    expect(ratio).toBeGreaterThan(1 / 3)
    expect(ratio).toBeLessThan(3)
  })

  test('the same password typed on another keyboard is the same (NFKC)', async () => {
    const email = await emailOf(world.nova.admin.userId)
    await database.owner.user.update({
      where: { email },
      data: { passwordHash: await hashPassword('caf\u00e9 au lait, deux') },
    })
    const signedIn = await signInWithPassword(visitor(), { email, password: 'cafe\u0301 au lait, deux' })
    expect(signedIn.ok).toBe(true)
  })
})

describe('the throttle', () => {
  test('shuts one address from one place after 8 wrong ones, tells until when, and opens by itself', async () => {
    const email = await emailOf(world.orbit.agent.userId)
    const attacker = visitor()
    const guess = () => signInWithPassword(attacker, { email, password: 'one more guess at it' })
    for (let attempt = 0; attempt < 8; attempt += 1) expect(await guess()).toMatchObject({ why: 'wrong_credentials' })
    const shut = await guess()
    expect(shut).toMatchObject({ ok: false, why: 'too_many_attempts', details: { minutes: 10 } })
    expect(await signInWithPassword(attacker, { email, password })).toMatchObject({ why: 'too_many_attempts' })
    // The person herself, elsewhere, is not locked out.
    expect(await signInWithPassword(visitor(), { email, password })).toMatchObject({ ok: true })
    await database.shiftClock(10 * 60_000 + 1_000)
    expect(await signInWithPassword(attacker, { email, password })).toMatchObject({ ok: true })
    await database.shiftClock(0)
  })

  test('twenty guesses at once count as twenty', async () => {
    const email = await emailOf(world.orbit.lead.userId)
    const attacker = visitor()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => signInWithPassword(attacker, { email, password: 'one more guess at it' })),
    )
    const why = answers.map((answer) => (answer.ok ? 'ok' : answer.why))
    expect(why.filter((word) => word === 'wrong_credentials')).toHaveLength(8)
    expect(why.filter((word) => word === 'too_many_attempts')).toHaveLength(12)
  })

  test('a success forgives the attempts before it', async () => {
    const email = await emailOf(world.orbit.admin.userId)
    const person = visitor()
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 5; attempt += 1)
        await signInWithPassword(person, { email, password: 'mistyped it once more' })
      expect(await signInWithPassword(person, { email, password })).toMatchObject({ ok: true })
    }
  })

  test('shuts a place that tries many addresses, and the table names neither place nor address', async () => {
    const attacker = visitor()
    const answers = await Promise.all(
      Array.from({ length: 130 }, (_, index) =>
        signInWithPassword(attacker, { email: `guess.${index}@nova.example`, password: 'one more guess at it' }),
      ),
    )
    expect(answers.filter((answer) => !answer.ok && answer.why === 'too_many_attempts')).toHaveLength(10)
    const keys = (await database.owner.throttle.findMany()).map(({ key }) => key)
    expect(keys.filter((key) => key.includes('@') || key.includes('192.0.2'))).toEqual([])
  }, 60_000)
})

describe('what may be typed', () => {
  test.each([
    ['Ada@Nova.example ', 'ada@nova.example'],
    ['ADA.B+tag@nova.example', 'ada.b+tag@nova.example'],
    ['ada@пример.example', 'ada@xn--e1afmkfd.example'],
    ['\uff41da@nova.example', 'ada@nova.example'],
  ])('an address is kept in one form: %s', (typed, kept) => {
    expect(emailField.parse(typed)).toBe(kept)
  })

  test.each([
    'ada\uff20nova.example',
    'ada@nova@nova.example',
    'ada@nova\uff20x.example',
    'ada nova@nova.example',
    'ada\u200bnova@nova.example',
    'ada@no\u00adva.example',
    'ada\u3164@nova.example',
    'ada\u202e@nova.example',
    'ada@nova.example\r\nBcc: x@y.example',
    '\u0430da@nova.example',
    'ada@nova',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'ada@nova.example:80',
    'ada@nova.example/x',
    '@nova.example',
    'ada..b@nova.example',
    '"ada"@nova.example',
    '',
    `${'a'.repeat(65)}@nova.example`,
  ])('an odd address is refused: %j', (typed) => {
    expect(emailField.safeParse(typed).success).toBe(false)
  })

  test('a password has 12 to 200 characters of any kind', () => {
    const fits = (text: string) => newPasswordField.safeParse(text).success
    expect([fits('a'.repeat(11)), fits('a'.repeat(12)), fits('a'.repeat(200)), fits('a'.repeat(201))]).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect([fits('двенадцать букв'), fits('all lower case words'), fits('😀'.repeat(6))]).toEqual([true, true, false])
  })
})

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
