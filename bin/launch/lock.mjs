// One holder at a time, over processes; a dead holder's lock is free.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, whoIs } from './processes.mjs'

/** Who holds the lock now, or nothing. */
export function holderOf(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'))
    return isAlive(holder) ? holder : undefined
  } catch {
    return undefined
  }
}

/** Takes the lock if nobody alive holds it. @returns whether it is ours now */
export function tryLock(file, details = {}) {
  mkdirSync(path.dirname(file), { recursive: true })
  const mine = JSON.stringify({ ...whoIs(process.pid), ...details })
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      return true
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (holderOf(file)) return false
      // A dead holder's lock is moved away, not deleted: of two that notice it, one finds it gone.
      try {
        const aside = `${file}.${process.pid}`
        renameSync(file, aside)
        rmSync(aside, { force: true })
      } catch {}
    }
  }
  return false
}

/** Rewrites the details of a lock that we hold. */
export const describeLock = (file, details) =>
  writeFileSync(file, JSON.stringify({ ...whoIs(process.pid), ...details }))

export const unlock = (file) => holderOf(file)?.pid === process.pid && rmSync(file, { force: true })

/** Does `work` while holding the lock, waiting for it; `onWait` is told once whom we wait for. */
export async function locked(file, work, onWait = () => {}) {
  for (let turns = 0; !tryLock(file); turns++) {
    if (turns === 0) onWait(holderOf(file))
    await sleep(250)
  }
  try {
    return await work()
  } finally {
    unlock(file)
  }
}
