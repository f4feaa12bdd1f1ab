import { env } from './env'

/** The moments at which a test may kill a process: after what was promised, before what is owed. */
export const failpoints = ['after_plan_commit', 'after_claim_commit', 'after_send', 'before_settle'] as const
export type Failpoint = (typeof failpoints)[number]

const passed = new Map<Failpoint, number>()

/**
 * Kills this process, as a power cut would, when WAYBILL_FAILPOINT names this moment: `after_send`, or `after_send:3` for
 * its third time. Inert unless the variable is set.
 */
export function failpoint(name: Failpoint): void {
  const [wanted, nth = '1'] = env().WAYBILL_FAILPOINT?.split(':') ?? []
  if (wanted !== name) return
  const times = (passed.get(name) ?? 0) + 1
  passed.set(name, times)
  if (times === Number(nth)) process.kill(process.pid, 'SIGKILL')
}
