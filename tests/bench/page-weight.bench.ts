import { gzipSync } from 'node:zlib'
import { onGround, print } from './ground'
import { benchPages, loadDemo, sessionOf } from './pages'

// What a browser downloads at the first visit of each page: scripts and document, gzipped, against the budgets.
// Measured on the built app with the demo world; a script marked nomodule is for browsers that run nothing else.

const kB = (bytes: number) => Math.round(bytes / 100) / 10

await onGround(async (ground) => {
  const { stack, owner } = ground
  await loadDemo(ground)
  print(`${'page'.padEnd(34)} ${'JS gz kB'.padStart(9)} ${'budget'.padStart(7)} ${'HTML gz kB'.padStart(11)}`)
  for (const { path, as, script, html: most } of await benchPages(owner)) {
    const cookie = as ? `next-auth.session-token=${await sessionOf(owner, as)}` : ''
    const response = await fetch(stack.address + path, { headers: { cookie }, redirect: 'manual' })
    const html = await response.text()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    const sizes = await Promise.all(scriptsOf(html).map((source) => gzipped(stack.address + source)))
    const total = kB(sizes.reduce((sum, size) => sum + size, 0))
    const document = kB(gzipSync(html).length)
    const over = total > script || (most !== undefined && document > most)
    const figures = `${String(total).padStart(9)} ${String(script).padStart(7)} ${String(document).padStart(11)}`
    print(`${path.padEnd(34)} ${figures}${over ? '   over budget' : ''}`)
  }
})
process.exit(0)

function scriptsOf(html: string): string[] {
  const tags = html.match(/<script\b[^>]*>/g) ?? []
  const loaded = tags.filter((tag) => !/nomodule/i.test(tag)).flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? [])
  return [...new Set(loaded)]
}

async function gzipped(url: string): Promise<number> {
  return gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length
}
