import { expect, test } from 'vitest'
import { useDatabase } from '@/tests/setup/database'
import { freePort } from '@/tests/setup/free-port'
import { run } from '@/tests/setup/process'
import { startStack } from '@/tests/setup/stack'

const database = useDatabase()

test('the built web refuses to start without a secret, and names everything that is wrong at once', async () => {
  const web = run(['node_modules/next/dist/bin/next', 'start', '-p', String(await freePort())], {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: '',
    NEXTAUTH_SECRET: '',
    WAYBILL_URL: 'support.example/',
    WAYBILL_DIST_DIR: process.env.WAYBILL_TEST_DIST ?? '.next-test',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  try {
    expect(await web.ended).toBe(1)
    for (const name of ['NEXTAUTH_SECRET', 'DATABASE_URL', 'WAYBILL_URL']) expect(web.output()).toContain(`${name}: `)
  } finally {
    await web.stop()
  }
}, 60_000)

test('a guesser who writes another X-Forwarded-For each time is one place all the same', async () => {
  const stack = await startStack(database.urls, 'smtp://127.0.0.1:9')
  try {
    const csrf = await fetch(`${stack.address}/api/auth/csrf`)
    const { csrfToken } = await csrf.json()
    const cookie = csrf.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    for (const place of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
      await fetch(`${stack.address}/api/auth/callback/password`, {
        method: 'POST',
        headers: { cookie, 'x-forwarded-for': place, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrfToken, json: 'true', email: 'ada@nova.example', password: 'guess' }),
      })
    }
    const places = await database.owner.throttle.findMany({ where: { key: { startsWith: 'password_place' } } })
    expect(places.map(({ points }) => points)).toEqual([3])
  } finally {
    await stack.stop()
  }
}, 60_000)
