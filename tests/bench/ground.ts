import { connect, type PrismaClient } from '@/lib/db'
import { closeClients } from '@/lib/tenancy'
import { createScratchDatabase, type ScratchDatabase } from '../setup/scratch-database'
import { type SmtpReceiver, startSmtpReceiver } from '../setup/smtp-receiver'
import { type Stack, startStack } from '../setup/stack'
import prepareTemplate from '../setup/template-database'

export type BenchGround = { database: ScratchDatabase; owner: PrismaClient; mail: SmtpReceiver; stack: Stack }

/** A database of its own, the built web and a mail server; this process acts as the app role. Everything ends with `work`. */
export async function onGround(work: (ground: BenchGround) => Promise<void>): Promise<void> {
  await prepareTemplate()
  const database = await createScratchDatabase('bench')
  const mail = await startSmtpReceiver()
  const stack = await startStack(database.urls, mail.url)
  Object.assign(process.env, { LOG_LEVEL: 'silent', ...pick(stack.env) })
  const owner = connect(database.urls.owner, 3)
  try {
    await work({ database, owner, mail, stack })
  } finally {
    await stack.stop()
    await mail.close()
    await owner.$disconnect()
    await closeClients()
    await database.drop()
  }
}

function pick(env: Stack['env']) {
  const { DATABASE_URL, DATABASE_URL_WORKER, DATABASE_URL_OWNER, NEXTAUTH_SECRET, WAYBILL_URL, WAYBILL_FILES } = env
  return { DATABASE_URL, DATABASE_URL_WORKER, DATABASE_URL_OWNER, NEXTAUTH_SECRET, WAYBILL_URL, WAYBILL_FILES }
}

/** The middle and the worst of a hundred, in whole units. */
export function percentiles(values: readonly number[]): { p50: number; p99: number; n: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN)
  return { p50: at(0.5), p99: at(0.99), n: sorted.length }
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
