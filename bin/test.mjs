#!/usr/bin/env node
// `npm test`: everything that must hold, on a fresh clone. `npm run test:rules` and the like run one suite alone.
//   no name    every suite of every day
//   --full     those, the long ones, and the short ones at length
//   names      only these
//   --long     with as much time as the long ones
//   --tickets=N  for bench and scale: with so many requests too
import { enterProjectNode } from './launch/project-node.mjs'
import { sayFailure } from './launch/say.mjs'

try {
  await enterProjectNode()
  process.env.__NEXT_PROCESSED_ENV = 'true' // a .env of the developer is none of the tests' business
  const { runSuites } = await import('./suites/run-suites.mjs')
  const names = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  process.exit(
    await runSuites(names, {
      full: process.argv.includes('--full'),
      long: process.argv.includes('--long'),
      tickets: process.argv.find((word) => word.startsWith('--tickets='))?.slice('--tickets='.length),
    }),
  )
} catch (error) {
  sayFailure(error)
  process.exit(1)
}
