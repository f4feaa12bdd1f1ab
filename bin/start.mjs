#!/usr/bin/env node
// The one command: `npm start` (or `npm run dev`) on a fresh clone, with any Node from 20 on.
//   --dev    pages are compiled as they are asked for
//   --demo   load the demo world into a database given by DATABASE_URL
import { enterProjectNode } from './launch/project-node.mjs'
import { sayFailure } from './launch/say.mjs'

try {
  await enterProjectNode()
  const { readDotEnv } = await import('./launch/settings.mjs')
  readDotEnv()
  const { launch } = await import('./launch/launch.mjs')
  await launch({ dev: process.argv.includes('--dev'), demo: process.argv.includes('--demo') })
} catch (error) {
  sayFailure(error)
  process.exit(Number.isInteger(error.code) ? error.code : 1)
}
