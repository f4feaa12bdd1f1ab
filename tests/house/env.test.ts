import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EnvFaults, envNames, readEnv } from '@/lib/foundation/env'

const usable = {
  DATABASE_URL: 'postgresql://waybill_app:pw@127.0.0.1:5432/waybill',
  DATABASE_URL_WORKER: 'postgresql://waybill_worker:pw@127.0.0.1:5432/waybill',
  NEXTAUTH_SECRET: 'x'.repeat(32),
}

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read()
  } catch (error) {
    if (error instanceof EnvFaults) return error.faults
    throw error
  }
  return []
}

describe('the environment', () => {
  test('.env.example lists exactly the names that the schema reads', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1])
    expect([...listed].sort()).toEqual([...envNames].sort())
    expect(new Set(listed).size).toBe(listed.length)
  })

  test('a broken environment tells every fault at once and repeats no value', () => {
    const broken = {
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      WAYBILL_URL: 'support.example/',
      NEXTAUTH_SECRET: 'short-secret',
      SMTP_URL: 'mail.example',
      LOG_LEVEL: 'loud',
    }
    const faults = faultsOf(() => readEnv(broken, 'worker'))
    for (const name of [...Object.keys(broken), 'DATABASE_URL_WORKER'])
      expect(faults.filter((fault) => fault.startsWith(`${name}:`))).toHaveLength(1)
    expect(faults).toHaveLength(6)
    expect(faults.join()).not.toMatch(/hunter2|short-secret/)
  })

  test.each(['web', 'worker', 'migrations'] as const)('%s refuses to boot with nothing given', (part) => {
    expect(faultsOf(() => readEnv({}, part))).not.toEqual([])
  })

  test('a process needs only its own database', () => {
    expect(readEnv({ ...usable, DATABASE_URL_WORKER: undefined }, 'web').DATABASE_URL).toBe(usable.DATABASE_URL)
    expect(readEnv({ ...usable, DATABASE_URL: '' }, 'worker').DATABASE_URL).toBeUndefined()
  })

  test('nothing is needed to import or build', () => {
    expect(readEnv({}).WAYBILL_URL).toBe('http://localhost:3000')
  })
})
