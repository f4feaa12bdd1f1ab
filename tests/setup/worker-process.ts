import { type Running, run, until, type Variables } from './process'

/**
 * A worker as a process of its own, ready to work. Everything about it is said by its environment.
 * @param started whoever ends it hears of it before it is ready, so that a test that gives up leaves none behind
 * @param cwd another tree to run it from, with other code under test
 * @param program what Node is to run
 */
export async function startWorker(
  env: Variables,
  started: Running[],
  cwd?: string,
  program = ['--import', 'tsx', 'lib/worker/main.ts'],
): Promise<Running> {
  const known = { PATH: process.env.PATH, NODE_ENV: 'production' }
  const worker = run(program, { ...known, ...env }, cwd)
  started.push(worker)
  await until('the worker is ready', () => worker.output().includes('"msg":"worker ready"'), 60_000, worker)
  return worker
}
