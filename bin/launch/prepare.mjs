// What has to be made from the sources before anything runs: the Prisma client and the build. Only when stale.
import { rmSync } from 'node:fs'
import { locked } from './lock.mjs'
import { inData, inModules, inRoot } from './paths.mjs'
import { run } from './processes.mjs'
import { step } from './say.mjs'
import { hashOf, unlessStamped } from './stamps.mjs'

export const nextBin = inModules('next', 'dist', 'bin', 'next')
const prismaBin = inModules('prisma', 'build', 'index.js')

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'prisma.config.ts',
  'proxy.ts',
  'instrumentation.ts',
]

const exclusively = (work) => locked(inRoot('.data', 'prepare.lock'), work)

/** Generates the Prisma client. The engine's download is switched off: nothing here needs it. */
export function ensurePrismaClient() {
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  const generate = () => run('prisma generate', process.execPath, [prismaBin, 'generate'], { env })
  const hash = hashOf(['prisma/schema', 'prisma.config.ts', 'package-lock.json'])
  return exclusively(() =>
    unlessStamped(
      inRoot('lib/db/generated/.stamp'),
      () => hash,
      () => step('Generating the database client', generate),
    ),
  )
}

/** Builds the pages into `dist`. @param env of the build; it needs no database and no secret */
export function ensureBuild(dist, env) {
  const log = inData('logs', `build-${dist.replace(/^\./, '')}.log`)
  const build = () => {
    rmSync(log, { force: true })
    return run('next build', process.execPath, [nextBin, 'build'], {
      env: { ...env, NODE_ENV: 'production', WAYBILL_DIST_DIR: dist },
      log,
    })
  }
  const before = hashOf(sources)
  const hash = () => `${before} ${hashOf(['tsconfig.json'])}` // Next completes tsconfig.json while it builds
  return exclusively(() => unlessStamped(inRoot(dist, 'waybill-stamp'), hash, () => step('Building the pages', build)))
}
