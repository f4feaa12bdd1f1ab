import { cpus, loadavg } from 'node:os'
import { lastFigures } from '../../faults/figures'
import { percentiles, print } from '../ground'
import { onEngineGround } from './ground'
import { assessed, type ByRoad, claimToPage } from './latency'
import { recoveries } from './recovery'
import { atOnce, punctual, type Storm } from './storm'

// What the engine promises, as seen on this machine: run it when nothing else runs. Everything here is real but the
// people: Postgres keeps what it is told to keep, workers are processes, receivers are servers on the loopback.

const COUNT = Number(process.env.WAYBILL_BENCH_CLAIMS ?? 100)
const RUNS = Number(process.env.WAYBILL_BENCH_RUNS ?? 10_000)
const lines: [figure: string, seen: string, target: string][] = []
const note = (figure: string, seen: string, target: string) => {
  lines.push([figure, seen, target])
  print(`  ${figure}: ${seen}`)
}
const figure = (values: readonly number[]) => {
  const { p50, p99, n } = percentiles(values)
  return `p50 ${p50} ms, p99 ${p99} ms (n ${n})`
}
const byRoad = (what: string, took: ByRoad, target: string) => {
  for (const [road, values] of Object.entries(took)) note(`${what}: ${road}`, figure(values), target)
}
const FAST = 'p50 < 100 ms, p99 < 1 s'
const load = () =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(', ')

print(`${cpus().length} x ${cpus()[0]?.model.trim() ?? 'cpu'}, load ${load()}`)
await onEngineGround(async (ground) => {
  await ground.worker()
  byRoad('claim -> first person paged, at night', await claimToPage(ground, 'NA', COUNT), FAST)
  const { asked, paged } = await assessed(ground, 'NB', COUNT)
  note('claim -> first person asked to assess, by day: mail', figure(asked), FAST)
  byRoad('confirmed -> page handed over', paged, FAST)
  note('timer lateness', figure(await punctual(ground, 'NC')), 'p99 < 1 s')
  await ground.endWorkers()
  await ground.worker({}, ['`listen $', '`listen unheard_$'])
  byRoad('the same with LISTEN off', await claimToPage(ground, 'ND', Math.ceil(COUNT / 2)), 'p99 < 2 s')
  await ground.endWorkers()
  note('recovery after kill -9, another worker alive', figure(await recoveries(ground, 'NE', 20)), '< 2 s')
  await ground.endWorkers()
  await Promise.all([ground.worker(), ground.worker()])
  storm('each a message of its own', await atOnce(ground, 'S', RUNS))
  storm('gathered, as is the default', await atOnce(ground, 'T', RUNS, { bundleOver: 3, bundleSeconds: 60 }))
})
proven('pages lost and doubled in kill -9', 'many-kills', (seen) => {
  return `${seen.kills} kills, ${seen.promised} claims: ${seen.lostPages} lost, ${seen.doubled} doubled`
})
proven('a year by the minute against Postgres', 'postgres-zones', (seen) => {
  return `${seen.zones} zones, ${seen.minutes} minutes: ${seen.mismatches} mismatches`
})
proven('promises against a minute-counting oracle', 'sla-oracle', (seen) => {
  return `${seen.conversations} conversations: ${seen.mismatches} mismatches`
})

print(`\nload at the end ${load()}\n`)
print('| figure | seen | target |\n|---|---|---|')
for (const [what, seen, target] of lines) print(`| ${what} | ${seen} | ${target} |`)
process.exit(0)

function storm(how: string, { runs, plannedMs, firstPagesMs, messages, other }: Storm): void {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  note(`${runs} runs due at once, ${how}: all planned`, seconds(plannedMs), '< 5 s')
  note(`${runs} runs due at once, ${how}: first pages out`, `${seconds(firstPagesMs)} (${messages} messages)`, '< 60 s')
  note(`another marketplace's page meanwhile, ${how}`, figure(other), 'p99 < 2 s')
}

/** What `npm run test:full` has found out and kept. */
function proven(what: string, name: string, say: (seen: Record<string, unknown>) => string): void {
  const seen = lastFigures(name)
  note(what, seen ? `${say(seen)} (${String(seen.at).slice(0, 10)})` : 'not run here: npm run test:full', '0')
}
