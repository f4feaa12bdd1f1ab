#!/usr/bin/env node
// The smaller commands of package.json, each with the project's Node, its dependencies and the right database.
//   build                     the pages, if stale
//   worker                    one more worker process
//   db:migrate                bring the database up to date
//   db:check                  do the migrations lead to the schema?
//   db:migration NAME         write the next migration
//   seed [--tickets N]        load the demo world; fill it with N invented requests
//   vapid                     a new pair of keys for web push
//   gateway:secret            what signs the messages to the gateways for text messages and calls
//   marketplace:create ...    make a marketplace and print its admin's invitation
import { enterProjectNode } from './launch/project-node.mjs'
import { sayFailure } from './launch/say.mjs'

try {
  await enterProjectNode()
  const { readDotEnv } = await import('./launch/settings.mjs')
  readDotEnv()
  const { runTool } = await import('./launch/run-tool.mjs')
  await runTool(process.argv[2], process.argv.slice(3))
  process.exit(0)
} catch (error) {
  sayFailure(error)
  process.exit(1)
}
