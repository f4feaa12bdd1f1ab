import { checkEnv, EnvFaults } from '@/lib/foundation/env'
import { tellOwnCaller } from './own-caller'

/** What the web checks before it serves: a process that could sign nobody in, or anybody, must not start. */
export function bootWeb(): void {
  try {
    const { WAYBILL_PROXIES } = checkEnv('web')
    if (WAYBILL_PROXIES === 0) tellOwnCaller()
  } catch (error) {
    if (!(error instanceof EnvFaults)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
