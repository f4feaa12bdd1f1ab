import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { planted, sourcesBelow } from './sources'
import { importersOf, impureImports, wallFaults } from './walls'

const folders = ['lib', 'components', 'app', 'prisma'].filter((folder) => existsSync(folder))
const product = new Map([
  ...sourcesBelow(folders),
  ...['next.config.ts', 'proxy.ts'].map((file) => [file, readFileSync(file, 'utf8')] as const),
])

describe('walls', () => {
  test('nothing stands where it may not', { timeout: 90_000 }, () => {
    expect(wallFaults(product)).toEqual([])
  })

  test('one file speaks SMTP', () => {
    expect(importersOf(product, 'nodemailer')).toHaveLength(1)
  })

  test('the engine decides with types and pure functions only', () => {
    const file = 'lib/escalation/transition.ts'
    expect(impureImports(file, readFileSync(file, 'utf8'))).toEqual([])
    expect(impureImports(file, "import { openClient } from '@/lib/tenancy'")).toHaveLength(1)
  })

  test.each([
    ['the environment', 'lib/tickets/x.ts', 'const url = process.env.DATABASE_URL'],
    ['the environment by index', 'lib/tickets/x.ts', "const url = process['env'].X"],
    ['the environment taken out', 'lib/tickets/x.ts', 'const { env } = process'],
    ['the environment from afar', 'lib/tickets/x.ts', 'const url = globalThis.process.env.X'],
    ['the environment imported', 'lib/tickets/x.ts', "import { env } from 'node:process'"],
    ['Next in a room', 'lib/tickets/x.ts', "import { redirect } from 'next/navigation'"],
    ['a type of Next in a room', 'lib/tickets/x.ts', "import type { NextRequest } from 'next/server'"],
    ['next-auth in a page', 'app/x.ts', "import { getServerSession } from 'next-auth'"],
    ['mail in a room', 'lib/tickets/x.ts', "import nodemailer from 'nodemailer'"],
    ['the driver in a room', 'lib/tickets/x.ts', "import pg from 'pg'"],
    ['a client of its own', 'lib/tickets/x.ts', "import { connect } from '@/lib/db'"],
    ['all of db', 'lib/tickets/x.ts', "import * as db from '@/lib/db'"],
    ['the pools', 'lib/web/x.ts', "import { appClient } from '@/lib/tenancy/clients'"],
    ['the generated client', 'lib/tickets/x.ts', "import { PrismaClient } from '../db/generated/client'"],
    ["this machine's time", 'lib/tickets/x.ts', 'const now = new Date()'],
    ["this machine's time in numbers", 'components/x.tsx', 'const now = Date.now()'],
    ["this machine's time handed on", 'lib/tickets/x.ts', 'const clock = Date.now'],
    ["this machine's time as text", 'lib/tickets/x.ts', 'const now = Date()'],
    ['the time of Temporal', 'lib/calendar/x.ts', 'const now = Temporal.Now.instant()'],
    ['a statement of strings', 'lib/db/x.ts', 'await tx.$queryRawUnsafe(text)'],
    ['a statement run from strings', 'prisma/seed.ts', 'await tx.$executeRawUnsafe(text)'],
    ['a raw piece', 'lib/db/x.ts', 'const piece = Prisma.raw(text)'],
    ['no tenant in a room', 'lib/tickets/x.ts', "import { withoutTenant } from '@/lib/tenancy'"],
    ['another system in a page', 'app/x.ts', "import { asMachine } from '@/lib/tenancy'"],
    ['no tenant in a page', 'app/x.ts', "import { withoutTenant as free } from '@/lib/tenancy'"],
  ])('refuses %s', (_what, file, text) => {
    expect(wallFaults(planted({ [file]: text }))).toHaveLength(1)
  })

  test.each([
    ['an instant of something', 'lib/tickets/x.ts', 'const at = new Date(row.at.getTime() + 1)'],
    ['the type of a transaction', 'lib/tickets/x.ts', "import type { Tx } from '@/lib/db'"],
    ['a statement with holes', 'lib/tickets/x.sql.ts', 'await tx.$queryRaw`select 1`'],
  ])('lets through %s', (_what, file, text) => {
    expect(wallFaults(planted({ [file]: text }))).toEqual([])
  })
})
