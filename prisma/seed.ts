import path from 'node:path'
import { connect } from '@/lib/db'
import { checkEnv, required } from '@/lib/foundation/env'
import { hashPassword } from '@/lib/identity/password'
import { seedDemo } from './seeds/demo'

/* Loads the demo world: `npm run seed`, or the first `npm start`. Harmless when run again. */

const { WAYBILL_FILES } = checkEnv('migrations')
const owner = connect(required('DATABASE_URL_OWNER'), 1)
try {
  const loaded = await seedDemo(owner, { files: path.resolve(WAYBILL_FILES), hashPassword })
  console.log(loaded ? 'The demo world is loaded.' : 'There is a marketplace already; nothing was changed.')
} finally {
  await owner.$disconnect()
}
