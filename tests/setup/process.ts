import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

export type Variables = Record<string, string | undefined>

/** The exit code, or the signal that ended it. */
export type End = number | NodeJS.Signals

export type Running = {
  child: ChildProcess
  /** Everything it wrote so far. */
  output(): string
  ended: Promise<End>
  /** SIGKILL to its whole group: what a power cut does to it. */
  kill(): Promise<End>
  /** SIGTERM, and SIGKILL when it does not end within ten seconds. */
  stop(): Promise<End>
}

/** Starts a real process of Waybill in a group of its own, so that nothing of it outlives a test. */
export function run(args: string[], env: Variables, cwd?: string): Running {
  const child = spawn(process.execPath, args, {
    env: env as NodeJS.ProcessEnv,
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  const ended = new Promise<End>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 0))
  })
  const signal = (name: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
    try {
      process.kill(-child.pid, name)
    } catch {
      // It ended between the look and the signal.
    }
  }
  return {
    child,
    output: () => output,
    ended,
    kill() {
      signal('SIGKILL')
      return ended
    },
    async stop() {
      signal('SIGTERM')
      await Promise.race([ended, sleep(10_000, undefined, { ref: false })])
      signal('SIGKILL')
      return ended
    },
  }
}

/** Waits until `holds` answers true. @throws with `what` and the process's output when it ends or takes too long */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  limitMs = 60_000,
  of?: Running,
): Promise<void> {
  const begun = performance.now()
  while (!(await holds())) {
    const ended = of && (of.child.exitCode !== null || of.child.signalCode !== null)
    if (ended || performance.now() - begun > limitMs) throw new Error(`${what}: not so\n${of?.output() ?? ''}`)
    await sleep(20)
  }
}
