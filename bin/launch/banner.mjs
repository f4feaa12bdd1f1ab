// The block that a start ends with: where to go and how to get in.
import { existsSync, readFileSync } from 'node:fs'
import { inData, inRoot, shown } from './paths.mjs'
import { bold, dim, say, teal } from './say.mjs'

/** @returns {{ role: string, marketplace: string, email: string, password: string, note?: string }[]} */
function demoLogins() {
  const file = inRoot('prisma/seeds/demo-logins.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

function columns(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('   ')
      .trimEnd(),
  )
}

/** @param {{ address: string, mail?: { http: number }, smtp?: string, demo: boolean, took: string }} running */
export function showBanner({ address, mail, demo, took }) {
  const logins = demo ? demoLogins() : []
  say()
  say(`  ${bold('Waybill is running')} ${dim(`(ready in ${took})`)}`)
  say()
  say(`  Open      ${teal(address)}`)
  if (mail) say(`  Mailbox   ${teal(`http://localhost:${mail.http}`)}   every mail that Waybill sends arrives here`)
  say(`  Logs      ${shown(inData('logs'))}`)
  if (logins.length > 0) {
    const passwords = new Set(logins.map(({ password }) => password))
    const one = passwords.size === 1
    say()
    say(`  Demo logins${one ? `, password ${bold([...passwords][0])}` : ''}`)
    const rows = logins.map(({ role, marketplace, email, password, note }) => [
      role,
      marketplace ?? '',
      email,
      ...(one ? [] : [password]),
      note ?? '',
    ])
    for (const line of columns(rows)) say(`    ${line}`)
  }
  say()
  say(`  ${dim('Ctrl-C stops everything.')}`)
  say()
}
