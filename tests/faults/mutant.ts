import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const right = '    const end = await send(ports.senders'
const wrong = `    await settle(all, endOf(all, { outcome: 'sent', detail: 'not yet' }), ports)
    failpoint('before_settle')
${right}`

/**
 * A copy of the product with one planted fault: the ledger says "sent" before anything is sent. The kill test has to
 * find it out, or it proves nothing. @returns the folder to run the worker from
 */
export function plantSettleBeforeSend(): { folder: string; remove(): void } {
  const folder = path.resolve('.data/test', `mutant-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  for (const entry of ['lib', 'package.json', 'tsconfig.json'])
    cpSync(entry, path.join(folder, entry), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  const file = path.join(folder, 'lib/delivery/deliver.ts')
  const source = readFileSync(file, 'utf8')
  if (source.split(right).length !== 2) throw new Error('the place to plant the fault is not where it was')
  writeFileSync(file, source.replace(right, wrong))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
