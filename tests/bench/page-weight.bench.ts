import { gzipSync } from 'node:zlib'
import { newId } from '@/lib/foundation/ids'
import { sealSession } from '@/lib/identity/session-cookie'
import { run, until } from '../setup/process'
import { onGround, print } from './ground'

// What a browser downloads at the first visit of each page: scripts and document, gzipped, against the budgets.
// Measured on the built app with the demo world; a script marked nomodule is for browsers that run nothing else.

type Page = { path: string; as?: string; budget: number; html?: number }

const partner = 'emma@harbour-pine.example'
const agent = 'alice@nova-market.example'
const engineer = 'marta@nova-market.example'
const admin = 'ilaria@nova-market.example'

const pages: readonly Page[] = [
  { path: '/nova/sign-in', budget: 150 },
  { path: '/nova/requests', as: partner, budget: 160, html: 30 },
  { path: '/nova/new', as: partner, budget: 170 },
  { path: '/nova/company', as: partner, budget: 160 },
  { path: '/nova/me', as: partner, budget: 160 },
  { path: '/nova/desk', as: agent, budget: 265 },
  { path: '/nova/desk/NV-2041', as: agent, budget: 265 },
  { path: '/nova/oncall', as: engineer, budget: 265 },
  { path: '/nova/oncall/schedule', as: engineer, budget: 265 },
  { path: '/nova/admin/people', as: admin, budget: 300 },
]

const kB = (bytes: number) => Math.round(bytes / 100) / 10

await onGround(async ({ stack, owner }) => {
  const seed = run(['--import', 'tsx', 'prisma/seed.ts'], stack.env)
  await until('the demo world is loaded', () => seed.child.exitCode === 0, 120_000, seed)
  print(`${'page'.padEnd(28)} ${'JS gz kB'.padStart(9)} ${'budget'.padStart(7)} ${'HTML gz kB'.padStart(11)}`)
  for (const page of [...pages, await firstRequest()]) {
    const response = await fetch(stack.address + page.path, {
      headers: page.as ? { cookie: await cookieOf(page.as) } : {},
      redirect: 'manual',
    })
    const html = await response.text()
    if (response.status !== 200) throw new Error(`${page.path} answered ${response.status}`)
    const sizes = await Promise.all(scriptsOf(html).map((source) => gzipped(stack.address + source)))
    const total = kB(sizes.reduce((sum, size) => sum + size, 0))
    const over = total > page.budget || (page.html && kB(gzipSync(html).length) > page.html)
    print(
      `${page.path.padEnd(28)} ${String(total).padStart(9)} ${String(page.budget).padStart(7)} ${String(kB(gzipSync(html).length)).padStart(11)}${over ? '   over budget' : ''}`,
    )
  }

  async function firstRequest(): Promise<Page> {
    const user = await owner.user.findUniqueOrThrow({ where: { email: partner } })
    const member = await owner.membership.findFirstOrThrow({ where: { userId: user.id } })
    const ticket = await owner.ticket.findFirstOrThrow({ where: { partnerId: member.partnerId ?? '' } })
    return { path: `/nova/requests/NV-${ticket.number}`, as: partner, budget: 160, html: 30 }
  }

  async function cookieOf(email: string): Promise<string> {
    const { id: userId } = await owner.user.findUniqueOrThrow({ where: { email } })
    const id = newId()
    const [createdAt, expiresAt] = [new Date('2026-01-01'), new Date('2036-01-01')]
    await owner.session.create({ data: { id, userId, createdAt, expiresAt } })
    return `next-auth.session-token=${await sealSession(id)}`
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
