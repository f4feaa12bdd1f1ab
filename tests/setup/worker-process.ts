import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

export type WorkerProcess = {
  child: ChildProcess
  /** Everything it wrote. */
  output(): string
  /** Sends the signal and waits for the end: its exit code, or the name of the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>
  ended: Promise<number | string>
}

/** A worker as a process of its own, ready to work. Everything about it is said by its environment. */
export async function startWorker(env: Record<string, string>): Promise<WorkerProcess> {
  const root = path.resolve(import.meta.dirname, '../..')
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown')),
  )
  await new Promise<void>((resolve, reject) => {
    const look = setInterval(() => {
      if (output.includes('"msg":"worker ready"')) done(resolve)
    }, 10)
    const limit = setTimeout(() => done(() => reject(new Error(`the worker did not start: ${output}`))), 30_000)
    const done = (then: () => void) => {
      clearInterval(look)
      clearTimeout(limit)
      then()
    }
    void ended.then((how) => done(() => reject(new Error(`the worker ended at once (${how}): ${output}`))))
  })
  return {
    child,
    output: () => output,
    ended,
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}
