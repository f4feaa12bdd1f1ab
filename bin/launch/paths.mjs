// Where things lie. Everything the start makes goes into one git-ignored folder.
import { mkdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = realpathSync(fileURLToPath(new URL('../..', import.meta.url)))
export const inRoot = (...parts) => path.join(root, ...parts)
export const inModules = (...parts) => inRoot('node_modules', ...parts)

/** A path inside the data folder, `.data` of the checkout unless WAYBILL_DATA moves it. Its folder exists afterwards. */
export function inData(...parts) {
  const file = path.join(path.resolve(root, process.env.WAYBILL_DATA || '.data'), ...parts)
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o755 })
  return file
}

export const projectNode = inModules('node', 'bin', 'node')

/** A path as people would type it from the checkout. */
export function shown(file) {
  const relative = path.relative(root, file)
  return relative.startsWith('..') ? file : relative || '.'
}
