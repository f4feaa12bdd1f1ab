// One command against the database of this checkout, or against a throwaway one.
import { addresses, throwawayCluster } from '../suites/ground.mjs'
import { cleanEnv, environments } from './child-env.mjs'
import { databaseIsGiven, embeddedCluster, givenDatabase, startEmbedded } from './database.mjs'
import { holderOf } from './lock.mjs'
import { inData, inRoot } from './paths.mjs'
import { ensureBuild, ensurePrismaClient } from './prepare.mjs'
import { endTools, run } from './processes.mjs'
import { Failure, say } from './say.mjs'
import { newVapidKeys, ownSecrets } from './settings.mjs'

const tools = {
  worker: { file: 'lib/worker/main.ts', on: withDatabase },
  seed: { file: 'prisma/seed.ts', on: withDatabase },
  'marketplace:create': { file: 'prisma/create-marketplace.ts', on: withDatabase },
  'db:migrate': { file: 'lib/db/apply.ts', on: withDatabase },
  'db:check': { file: 'lib/db/drift.ts', on: withThrowaway },
  'db:migration': { file: 'lib/db/author-migration.ts', on: withThrowaway },
  'gateway:secret': { file: 'lib/delivery/print-gateway-secrets.ts', on: withSecret },
}

/** @throws Failure when the tool fails; what it said was shown already */
export async function runTool(name, args) {
  await ensurePrismaClient()
  if (name === 'build') {
    const built = await ensureBuild('.next', cleanEnv())
    return say(built ? 'Built.' : 'The build is up to date.')
  }
  if (name === 'vapid') {
    const { publicKey, privateKey } = newVapidKeys()
    return say(`WAYBILL_VAPID_PUBLIC=${publicKey}\nWAYBILL_VAPID_PRIVATE=${privateKey}`)
  }
  const tool = tools[name]
  if (!tool)
    throw new Failure(`There is no command "${name}"; there are build, vapid, ${Object.keys(tools).join(', ')}.`)
  await tool.on((env) =>
    run(name, process.execPath, ['--import', 'tsx', inRoot(tool.file), ...args], { env, show: true }),
  )
}

/** The database given by address, or the embedded one, started for the moment unless it runs anyway. */
async function withDatabase(work) {
  const running = holderOf(inData('start.lock'))
  const cluster = databaseIsGiven() ? undefined : embeddedCluster()
  const was = cluster?.isRunning()
  const end = async () => was || cluster?.stop()
  onSignal(end)
  try {
    const { urls } = cluster ? await startEmbedded(cluster) : givenDatabase()
    const mail = process.env.SMTP_URL ? undefined : (running?.mail ?? { smtp: 1025, http: 8025 })
    if (running?.address) process.env.WAYBILL_URL ||= running.address
    await work(environments({ urls, port: process.env.PORT || 3000, mail, ...ownSecrets(), dev: false }).tool)
  } finally {
    await end()
  }
}

async function withSecret(work) {
  await work({ ...cleanEnv(), NEXTAUTH_SECRET: ownSecrets().secret })
}

async function withThrowaway(work) {
  const cluster = await throwawayCluster()
  onSignal(cluster.drop)
  try {
    await work({ ...cleanEnv(), ...addresses(cluster) })
  } finally {
    await cluster.drop()
  }
}

function onSignal(end) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, async () => {
      await endTools()
      await end()
      process.exit(1)
    })
}
