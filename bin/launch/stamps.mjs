// Whether something must be made again: a hash over what it is made from, kept beside what was made.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot, root } from './paths.mjs'

const generated = 'lib/db/generated'

function* filesUnder(place) {
  if (!existsSync(place)) return
  if (!statSync(place).isDirectory()) return yield place
  for (const entry of readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (path.relative(root, path.join(place, entry.name)) !== generated) yield* filesUnder(path.join(place, entry.name))
}

/** A hash over the contents of files and folders, named from the checkout. */
export function hashOf(places) {
  const hash = createHash('sha256')
  for (const place of places)
    for (const file of filesUnder(inRoot(place)))
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * Does `work` unless `stamp` already says `hash`, and stamps afterwards.
 * @param {() => string} hash asked before and after: what the work itself rewrites does not make it stale
 * @returns whether there was work to do
 */
export async function unlessStamped(stamp, hash, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash()) return false
  await work()
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash())
  return true
}
