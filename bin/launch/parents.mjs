// A kill -9 of `npm start` kills npm, not us. We notice that our parent is gone and stop too.
import { bornAt } from './processes.mjs'

/** The processes that started this command on somebody's behalf; a shell in a terminal does not count. */
export function parents() {
  const handed = (process.env.WAYBILL_PARENTS ?? '').split(',').filter(Boolean).map(Number)
  const direct = process.env.npm_lifecycle_event || handed.length > 0 ? [process.ppid] : []
  return [...new Set([...direct, ...handed])]
}

/** Calls `then` once when one of them has died. */
export function parentIsGone(then) {
  const watched = parents().map((pid) => [pid, bornAt(pid)])
  const watching = setInterval(() => {
    if (watched.every(([pid, born]) => bornAt(pid) === born)) return
    clearInterval(watching)
    then()
  }, 500)
  watching.unref()
}
