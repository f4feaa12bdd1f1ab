// Before anything else: the dependencies are there, and we run on the project's own Node. Runs on any Node from 20 on
// and imports nothing from node_modules.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { locked } from './lock.mjs'
import { parentIsGone, parents } from './parents.mjs'
import { inModules, inRoot, projectNode } from './paths.mjs'
import { run } from './processes.mjs'
import { dim, Failure, say, sayFailure, step } from './say.mjs'

const stamp = inModules('.waybill-stamp')

function wanted() {
  const lock = readFileSync(inRoot('package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Whether somebody already installed exactly this tree, for example by calling `npm ci` themselves. */
function sameTree() {
  const hidden = read(inModules('.package-lock.json'))
  if (!hidden || !existsSync(projectNode)) return false
  const there = JSON.parse(hidden).packages
  const asked = JSON.parse(read(inRoot('package-lock.json'))).packages
  return Object.entries(asked).every(
    ([name, { version, optional, peer }]) =>
      !name || there[name]?.version === version || (!there[name] && (optional || peer)),
  )
}

/** Installs the dependencies unless they are there already. */
export async function ensureDependencies() {
  if (read(stamp) === wanted() && existsSync(projectNode)) return
  if (!read(stamp) && sameTree()) return writeFileSync(stamp, wanted())
  const waiting = (holder) => say(dim(`  Another start (process ${holder?.pid}) is installing; waiting for it ...`))
  await locked(inRoot('.data', 'install.lock'), install, waiting)
}

async function install() {
  if (read(stamp) === wanted() && existsSync(projectNode)) return
  // npm and its install scripts must not run on the Node that they are about to replace.
  const search = process.env.PATH.split(path.delimiter).filter((folder) => !folder.startsWith(inModules()))
  const env = { ...process.env, PATH: search.join(path.delimiter) }
  for (const name of Object.keys(env)) if (/^npm_(package|lifecycle)_/.test(name)) delete env[name]
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [outsideNode(), [npm]] : ['npm', []]
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  await step('Installing the dependencies (once, about a minute)', () => run('npm ci', command, args, { env })).catch(
    (error) => {
      // Of npm's answer to a lock file that does not fit, most is a page of its options.
      if (error.whole) error.output = error.whole.split('npm error Clean install a project')[0]
      throw error
    },
  )
  if (!existsSync(projectNode))
    throw new Failure(
      'npm ci did not run the install scripts: is `ignore-scripts` set in an .npmrc? Unset it for this folder.',
    )
  writeFileSync(stamp, wanted())
}

/** A Node that does not lie in node_modules. */
function outsideNode() {
  const given = process.env.npm_node_execpath
  return [given, process.execPath].find((file) => file && !file.startsWith(inModules())) ?? 'node'
}

/**
 * Makes sure that the rest of this command runs on the project's Node with the dependencies in place.
 * Returns only there; the first process stays behind to pass on signals and the exit code.
 */
export async function enterProjectNode() {
  process.env.WAYBILL_BEGAN ??= `${Date.now()}`
  if (process.platform === 'win32') throw new Failure('On Windows, run Waybill inside WSL.')
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new Failure(`Node 20 or newer is needed; this is ${process.version}.`)
  await ensureDependencies()
  const search = process.env.PATH.split(path.delimiter).filter((folder) => !folder.startsWith(inModules()))
  process.env.PATH = [path.dirname(projectNode), inModules('.bin'), ...search].join(path.delimiter)
  const { version } = JSON.parse(read(inModules('node', 'package.json')))
  if (process.version === `v${version}`) {
    process.execPath = projectNode
    return
  }
  const env = { ...process.env, WAYBILL_PARENTS: parents().join(',') }
  const child = spawn(projectNode, process.argv.slice(1), { stdio: 'inherit', env })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  parentIsGone(() => child.kill('SIGTERM'))
  child.on('error', (error) => {
    sayFailure(new Failure(`${projectNode}: ${error.message}`))
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
  await new Promise(() => {})
}
