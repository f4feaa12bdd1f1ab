import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect } from '@/lib/db'
import { closeClients } from '@/lib/tenancy'
import { fillMarketplace } from '@/prisma/seeds/bulk/fill'
import { seedDemo } from '@/prisma/seeds/demo'
import { roleUrls } from '../setup/cluster'
import { createScratchDatabase } from '../setup/scratch-database'
import prepareTemplate from '../setup/template-database'
import { print } from './ground'
import { type Asked, asks, castOf } from './list-at-scale-asks'

// How long lists, a request, searches and reports take as the restricted role, through the use cases of the pages: with
// ten thousand requests, and with as many as WAYBILL_BENCH_TICKETS says (`--tickets=1000000`), and how much slower the
// second is. WAYBILL_BENCH_ON names databases of the cluster that were filled before, the smaller one first.

const SMALL = 10_000
const ROUNDS = 40
const WARM = 5
/** What each may take at most for nineteen of twenty, and how much longer with many than with few. */
const TARGET = { p95: 300, growth: 1.5 }

type Took = { p50: number; p95: number }
const wanted = Number(process.env.WAYBILL_BENCH_TICKETS ?? SMALL)
const standing = process.env.WAYBILL_BENCH_ON?.split(',')
process.env.NEXTAUTH_SECRET ??= 'a secret of the tests, long enough to pass'

const measured = standing ? await onStanding(standing) : await onOwn(wanted > SMALL ? [SMALL, wanted] : [wanted])
tell(measured)
process.exit(0)

async function onStanding(names: readonly string[]) {
  const all: Map<string, Took>[] = []
  for (const name of names) all.push(await onDatabase(roleUrls(name)))
  return all
}

async function onOwn(sizes: readonly number[]) {
  await prepareTemplate()
  const scratch = await createScratchDatabase('scale')
  const folder = mkdtempSync(path.join(tmpdir(), 'waybill-scale-'))
  try {
    const owner = connect(scratch.urls.owner, 1)
    await seedDemo(owner, { files: folder, hashPassword: async () => 'nobody signs in' })
    await owner.$disconnect()
    const all: Map<string, Took>[] = []
    for (const tickets of sizes) {
      await fillMarketplace({ database: scratch.urls.owner, tickets, folder, say: () => {} })
      all.push(await onDatabase(scratch.urls))
    }
    return all
  } finally {
    await scratch.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function onDatabase(urls: { app: string; owner: string }): Promise<Map<string, Took>> {
  Object.assign(process.env, { DATABASE_URL: urls.app, LOG_LEVEL: 'silent' })
  const { forgetEnv } = await import('@/lib/foundation/env')
  forgetEnv()
  const owner = connect(urls.owner, 1)
  try {
    const count = await owner.ticket.count()
    print(`${count.toLocaleString('en')} requests`)
    const took = new Map<string, Took>()
    for (const [name, ask] of Object.entries(asks(await castOf(owner)))) took.set(name, await measure(ask))
    return took
  } finally {
    await owner.$disconnect()
    await closeClients()
  }
}

async function measure(ask: Asked): Promise<Took> {
  for (let round = 0; round < WARM; round++) await ask(round)
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    await ask(round)
    took.push(performance.now() - begun)
  }
  took.sort((a, b) => a - b)
  return { p50: took[Math.floor(ROUNDS * 0.5)] ?? 0, p95: took[Math.ceil(ROUNDS * 0.95) - 1] ?? 0 }
}

function tell(all: readonly Map<string, Took>[]): void {
  const [few, many] = [all[0], all.at(-1)]
  if (!few || !many) return
  print(`${'p50 / p95 in ms'.padEnd(40)} ${'few'.padStart(15)} ${'many'.padStart(15)} ${'growth of p50'.padStart(14)}`)
  const pair = ({ p50, p95 }: Took) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`
  for (const [name, at] of few) {
    const then = many.get(name) ?? at
    const growth = then.p50 / at.p50
    const late = then.p95 > TARGET.p95 ? '   slow' : ''
    const grown = growth > TARGET.growth && !/^search|^report/.test(name) ? '   grows' : ''
    print(
      `${name.padEnd(40)} ${pair(at).padStart(15)} ${pair(then).padStart(15)} ${growth.toFixed(2).padStart(14)}${late}${grown}`,
    )
  }
}
