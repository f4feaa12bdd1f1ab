import { afterAll, beforeAll } from 'vitest'
import type { TestDatabase } from '../setup/database'
import type { Running, Variables } from '../setup/process'
import { type SmtpReceiver, startSmtpReceiver } from '../setup/smtp-receiver'
import { startWorker } from '../setup/worker-process'
import { Outside } from './outside'
import { workerInOneFile } from './worker-in-one-file'

export type FaultGround = {
  outside: Outside
  mail: SmtpReceiver
  env: Variables
  worker(extra?: Variables): Promise<Running>
  /** Ends every worker that was started. */
  endWorkers(): Promise<void>
}

/** Receivers, a ledger outside the database, and workers of one file: for the long fault tests of a test file. */
export function useFaultGround(database: TestDatabase, onPage: (token: string) => void = () => undefined): FaultGround {
  const ground = {} as FaultGround
  const started: Running[] = []
  let program: Awaited<ReturnType<typeof workerInOneFile>> | undefined
  beforeAll(async () => {
    program = await workerInOneFile()
    const { file } = program
    const outside = new Outside(onPage)
    const mail = await startSmtpReceiver(undefined, outside.copy)
    const env = {
      DATABASE_URL_WORKER: database.urls.worker,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET,
      SMTP_URL: mail.url,
      WAYBILL_URL: 'https://support.example',
      WAYBILL_PRIVATE_HOSTS: '127.0.0.1',
    }
    const worker = (extra: Variables = {}) => startWorker({ ...env, ...extra }, started, undefined, [file])
    const endWorkers = async () => {
      await Promise.all(started.splice(0).map((one) => one.kill()))
    }
    Object.assign(ground, { outside, mail, env, worker, endWorkers })
  })
  afterAll(async () => {
    await ground.endWorkers?.()
    await ground.mail?.close()
    program?.remove()
  })
  return ground
}
