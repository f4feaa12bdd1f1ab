// Processes: who they are, how they are started and how they end.
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './paths.mjs'
import { endStep, Failure } from './say.mjs'

/** Whether the system shows its processes as files: Linux does, unless /proc is not mounted. */
export const showsProcesses = existsSync('/proc/self/stat')

const bootId = read('/proc/sys/kernel/random/boot_id')

function read(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

/**
 * When process `pid` was born, or nothing when it is not alive. A pid alone is not an identity: the system hands it
 * out again, and what is killed must be ours. 'unknown' where the system does not tell.
 */
export function bornAt(pid) {
  if (!pid) return undefined
  if (showsProcesses) {
    const fields = read(`/proc/${pid}/stat`).split(') ').at(-1).split(' ')
    if (fields.length < 20 || fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${bootId}:${fields[19]}`
  }
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') return undefined
  }
  return spawnSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8' }).stdout?.trim() || 'unknown'
}

export const whoIs = (pid) => ({ pid, born: bornAt(pid) })
export const isAlive = (who) => Boolean(who?.born) && who.born !== 'unknown' && bornAt(who.pid) === who.born

function signal(pid, name) {
  try {
    process.kill(pid, name)
    return true
  } catch {
    return false
  }
}

/** Ends process groups: asked first, forced after `grace` milliseconds. Only call it with processes known to be ours. */
export async function endGroups(leaders, grace = 6000) {
  const left = () => leaders.filter((pid) => signal(-pid, 0))
  for (const pid of leaders) signal(-pid, 'SIGTERM')
  for (let waited = 0; waited < grace && left().length > 0; waited += 50) await sleep(50)
  for (const pid of left()) signal(-pid, 'SIGKILL')
  for (let waited = 0; waited < 1000 && left().length > 0; waited += 25) await sleep(25)
}

const tools = new Set()
let ending = false

/**
 * Runs one command to its end in a process group of its own and answers its output.
 * Once `endTools` was called nothing more is started and nobody is told how the rest ended, except with `last`.
 * @param options `log` also keeps the output in a file; `show` passes it on as it comes; `limit` is its longest time, in ms
 * @throws Failure naming `what` when it cannot start or ends with another code than 0; `whole` holds all its output
 */
export function run(
  what,
  command,
  args,
  { env = process.env, log, show = false, limit, last = false, cwd = root, ...options } = {},
) {
  return new Promise((resolve, reject) => {
    if (ending && !last) return
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    const take = (stream) => (chunk) => {
      output += chunk
      if (log) appendFileSync(log, chunk)
      if (show) stream.write(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', take(process.stdout))
    child.stderr.setEncoding('utf8').on('data', take(process.stderr))
    if (child.pid) tools.add(child.pid)
    const timer = limit && setTimeout(() => endGroups([child.pid], 3000), limit)
    child.on('error', (error) => reject(new Failure(`${what}: ${error.message}`)))
    child.on('close', (code, killed) => {
      clearTimeout(timer)
      tools.delete(child.pid)
      if (ending && !last) return
      if (code === 0) return resolve(output)
      const tail = show ? '' : output.trimEnd().split('\n').slice(-40).join('\n') || `${killed ?? code}`
      const failure = new Failure(`${what} failed${log ? ` (all of it: ${log})` : ''}`, { output: tail })
      reject(Object.assign(failure, { whole: output }))
    })
  })
}

/** Ends what `run` started and has not ended yet, for good: the command is about to exit. */
export function endTools() {
  ending = true
  endStep()
  return endGroups([...tools], 3000)
}

/** Starts a lasting process that writes to `log`, not to us: it must outlive our pipes. */
export function startService(args, { env, log }) {
  const out = openSync(log, 'a', 0o640)
  const child = spawn(process.execPath, args, { cwd: root, env, detached: true, stdio: ['ignore', out, out] })
  closeSync(out)
  return child
}
