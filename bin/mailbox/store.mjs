// The mails on disk, one JSON file each, so that a restart keeps them. The oldest give way.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const MOST = 500

/**
 * @typedef {object} Mail
 * @property {string} id
 * @property {string} at when it arrived, ISO
 * @property {string} from
 * @property {string[]} to everybody it was delivered to, as the envelope says
 * @property {string} subject
 * @property {string} text
 * @property {string} html
 * @property {{ name: string, value: string }[]} headers
 * @property {{ name: string, type: string, size: number }[]} attachments
 */

export function openStore(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  /** @type {Map<string, Mail>} */
  const mails = new Map()
  const fileOf = (id) => path.join(folder, `${id}.json`)
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue
    try {
      const mail = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
      mails.set(mail.id, mail)
    } catch {
      rmSync(path.join(folder, name), { force: true })
    }
  }
  let last = 0

  return {
    /** Keeps a mail; when it returns, the mail is on disk. @returns its id */
    add(mail) {
      last = Math.max(last + 1, Date.now())
      const id = `${last}`
      const kept = { id, at: new Date().toISOString(), ...mail }
      writeFileSync(`${fileOf(id)}.half`, JSON.stringify(kept), { mode: 0o600 })
      renameSync(`${fileOf(id)}.half`, fileOf(id))
      mails.set(id, kept)
      for (const old of [...mails.keys()].slice(0, Math.max(0, mails.size - MOST))) {
        mails.delete(old)
        rmSync(fileOf(old), { force: true })
      }
      return id
    },
    /** The newest first; `to` keeps those for one address. */
    list({ to } = {}) {
      const all = [...mails.values()].reverse()
      return to ? all.filter((mail) => mail.to.some((address) => address.toLowerCase() === to.toLowerCase())) : all
    },
    find: (id) => mails.get(id),
    clear() {
      for (const id of mails.keys()) rmSync(fileOf(id), { force: true })
      mails.clear()
    },
  }
}
