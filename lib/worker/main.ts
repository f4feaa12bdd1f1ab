import { checkEnv, EnvFaults } from '@/lib/foundation/env'
import { log } from '@/lib/foundation/log'
import { closeClients } from '@/lib/tenancy'
import { warmUp } from './warm-up'
import { Worker } from './worker'

/** How long a stop may take, in milliseconds, before what is left is left to the next worker. */
const STOP_LIMIT = 9_000

try {
  checkEnv('worker')
} catch (error) {
  if (!(error instanceof EnvFaults)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

const worker = new Worker()

function stop(signal: string): void {
  log.info({ signal }, 'worker stopping')
  worker.stop()
  setTimeout(() => {
    log.warn('the worker did not finish in time')
    process.exit(1)
  }, STOP_LIMIT).unref()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
process.on('unhandledRejection', (error) => {
  // Nobody is to be woken by a worker that is half alive: end, and be started again.
  log.fatal({ err: error }, 'the worker met a bug')
  process.exit(1)
})

await warmUp()
await worker.run()
await closeClients()
log.info('worker stopped')
process.exit(0)
