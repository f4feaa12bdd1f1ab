import { run, until } from '../setup/process'
import { createScratchDatabase } from '../setup/scratch-database'
import { startSmtpReceiver } from '../setup/smtp-receiver'
import { startStack } from '../setup/stack'
import prepareTemplate from '../setup/template-database'

/** What journeys run on: the demo world in a database of its own, the built web, one worker, a real mail server. */
export default async function layGround(): Promise<() => Promise<void>> {
  await prepareTemplate()
  const database = await createScratchDatabase('journeys')
  const mail = await startSmtpReceiver()
  const stack = await startStack(database.urls, mail.url)
  const seed = run(['--import', 'tsx', 'prisma/seed.ts'], stack.env)
  await until('the demo world is loaded', () => seed.child.exitCode === 0, 120_000, seed)
  await stack.startWorker()
  process.env.JOURNEY_ADDRESS = stack.address
  process.env.JOURNEY_MAIL = mail.file
  process.env.JOURNEY_DATABASE = database.urls.owner
  process.env.NEXTAUTH_SECRET = stack.env.NEXTAUTH_SECRET
  return async () => {
    await stack.stop()
    await mail.close()
    await database.drop()
  }
}
