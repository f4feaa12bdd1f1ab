import { setTimeout as pause } from 'node:timers/promises'
import { type Failpoint, failpoints } from '@/lib/foundation/failpoint'
import type { Running, Variables } from '../setup/process'
import { startWorker } from '../setup/worker-process'
import { keepFigures } from './figures'

/** How a worker is to end: at a named moment, or somewhere in the middle of things. */
export type Fate = Failpoint | 'random'

const fates: readonly Fate[] = [...failpoints, 'random', 'random']

/** How long a doomed worker may wait for its moment before it is killed anyway, in milliseconds. */
const LONGEST_LIFE = 15_000

export type Killings = {
  killed: Record<Fate, number>
  /** A stopwatch's milliseconds of each kill. */
  at: number[]
}

/**
 * Kills workers, `count` in all, three living at a time: whenever one dies another is started. Each has its fate from the
 * beginning; what is in its hands when it dies is the successors' to find. `longest`: no more after so many
 * milliseconds. @returns how many died of what
 */
export async function killMany(
  count: number,
  start: { env: Variables; program: string[] },
  started: Running[],
  longest = Number.POSITIVE_INFINITY,
): Promise<Killings> {
  const begun = performance.now()
  const killed = Object.fromEntries(fates.map((fate) => [fate, 0])) as Record<Fate, number>
  const at: number[] = []
  let turns = 0
  const slot = async () => {
    while (turns < count && performance.now() - begun < longest) {
      const turn = turns++
      const fate = fates[turn % fates.length] as Fate
      // Not always at the first chance: then what goes before has been settled, and only then it strikes.
      const doom = fate === 'random' ? {} : { WAYBILL_FAILPOINT: `${fate}:${1 + (turn % 2)}` }
      const worker = await startWorker({ ...start.env, ...doom }, started, undefined, start.program)
      const life = fate === 'random' ? Math.random() * 900 : LONGEST_LIFE
      await Promise.race([worker.ended, pause(life)])
      const struck = worker.child.signalCode === 'SIGKILL'
      await worker.kill()
      killed[struck || fate === 'random' ? fate : 'random'] += 1
      at.push(performance.now())
      if (at.length % 50 === 0) keepFigures('many-kills-so-far', { kills: at.length })
      started.splice(started.indexOf(worker), 1)
    }
  }
  await Promise.all([slot(), slot(), slot()])
  return { killed, at }
}
