import path from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '@/lib/db'
import { checkEnv, required } from '@/lib/foundation/env'
import { hashPassword } from '@/lib/identity/password'
import { fillMarketplace } from './seeds/bulk/fill'
import { seedDemo } from './seeds/demo'

/*
 * Loads the demo world: `npm run seed`, or the first `npm start`. Harmless when run again.
 * `npm run seed -- --tickets 1000000 [--marketplace SLUG]` then fills a marketplace (the oldest one) with invented requests.
 */

const { values } = parseArgs({ options: { tickets: { type: 'string' }, marketplace: { type: 'string' } } })
const tickets = values.tickets === undefined ? 0 : Number(values.tickets)
// What an id of a bulk request can count to.
const MOST = 2 ** 24 - 1
if (!Number.isInteger(tickets) || tickets < 0 || tickets > MOST) {
  console.error(`--tickets takes a whole number up to ${MOST}.`)
  process.exit(1)
}

const { WAYBILL_FILES } = checkEnv('migrations')
const files = path.resolve(WAYBILL_FILES)
const owner = connect(required('DATABASE_URL_OWNER'), 1)
try {
  const loaded = await seedDemo(owner, { files, hashPassword })
  console.log(loaded ? 'The demo world is loaded.' : 'There is a marketplace already; nothing was changed.')
} finally {
  await owner.$disconnect()
}

if (tickets > 0) {
  const added = await fillMarketplace({
    database: required('DATABASE_URL_OWNER'),
    marketplace: values.marketplace,
    tickets,
    folder: files,
    say: console.log,
  })
  console.log(added > 0 ? `${added.toLocaleString('en')} requests were added.` : 'So many requests are there already.')
}
