import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './free-port'
import { type Running, run, until, type Variables } from './process'
import { startWorker } from './worker-process'

export type StackUrls = { app: string; worker: string; owner: string }

/** A running web and the means to start workers beside it: the real processes, on a database a test made. */
export type Stack = {
  address: string
  env: Variables
  web: Running
  startWeb(): Promise<Running>
  /** `cwd`: another tree to run it from, with other code under test. */
  startWorker(extra?: Variables, cwd?: string): Promise<Running>
  stop(): Promise<void>
}

/**
 * Starts the built web (WAYBILL_TEST_DIST) on a free port.
 * @param smtpUrl where the workers hand their mail to
 */
export async function startStack(urls: StackUrls, smtpUrl: string): Promise<Stack> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const files = mkdtempSync(path.join(tmpdir(), 'waybill-files-'))
  const env: Variables = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: urls.app,
    DATABASE_URL_WORKER: urls.worker,
    DATABASE_URL_OWNER: urls.owner,
    WAYBILL_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: 'a secret of the tests, long enough to pass',
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Waybill <support@waybill.example>',
    // A pair for tests alone: browsers can be subscribed, and what is pushed is encrypted.
    WAYBILL_VAPID_PUBLIC: 'BKrZy4tm-1p316CdZl9bUXQaYYReinNzq8NtEF1Y4vHAYVA45tyYAg6KtR336UJ5rnHNKBh3hFPkfXphiAKJ2vI',
    WAYBILL_VAPID_PRIVATE: 'siFOX3E_5fdVQcq_INNPz_psj54-1VlN8IRiPqM0ruY',
    WAYBILL_PRIVATE_HOSTS: '127.0.0.1',
    WAYBILL_FILES: files,
    WAYBILL_DIST_DIR: process.env.WAYBILL_TEST_DIST ?? '.next-test',
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const started: Running[] = []
  const startWeb = async () => {
    const web = run(['node_modules/next/dist/bin/next', 'start', '-p', String(port)], env)
    started.push(web)
    await until('the web answers', () => answers(`${address}/healthz`), 60_000, web)
    return web
  }
  const stack: Stack = {
    address,
    env,
    web: await startWeb(),
    async startWeb() {
      stack.web = await startWeb()
      return stack.web
    },
    startWorker: (extra = {}, cwd) => startWorker({ ...env, ...extra }, started, cwd),
    async stop() {
      await Promise.all(started.map((one) => one.stop()))
      rmSync(files, { recursive: true, force: true })
    },
  }
  return stack
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
