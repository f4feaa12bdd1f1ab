import type { PrismaClient } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { sealSession } from '@/lib/identity/session-cookie'
import { run, until } from '../setup/process'
import type { BenchGround } from './ground'

/**
 * A page and what it may cost: kilobytes of gzipped script, of gzipped document, and the vitals at the 75th percentile
 * (largest paint and longest interaction in ms, shift of layout), on a phone or at a desk.
 */
export type BenchPage = {
  path: string
  as?: string
  on: 'phone' | 'desk'
  script: number
  html?: number
  lcp: number
  inp: number
  cls: number
}

const partner = 'emma@harbour-pine.example'
const agent = 'alice@nova-market.example'
const engineer = 'marta@nova-market.example'
const admin = 'ilaria@nova-market.example'

const ofPartner = { as: partner, on: 'phone', script: 160, lcp: 1800, inp: 150, cls: 0.02 } as const
const ofDesk = { as: agent, on: 'desk', script: 265, lcp: 1500, inp: 100, cls: 0.02 } as const

/** Every page with a budget, in the demo world. */
export async function benchPages(owner: PrismaClient): Promise<BenchPage[]> {
  return [
    { path: '/nova/sign-in', on: 'phone', script: 150, lcp: 1500, inp: 100, cls: 0 },
    { ...ofPartner, path: '/nova/requests', html: 30 },
    { ...ofPartner, path: `/nova/requests/${await requestOf(owner, partner)}`, html: 30 },
    { ...ofPartner, path: '/nova/new', script: 170 },
    { ...ofPartner, path: '/nova/new?topic=integration-orders', script: 170 },
    { ...ofPartner, path: '/nova/notices' },
    { ...ofPartner, path: '/nova/help' },
    { ...ofPartner, path: '/nova/company' },
    { ...ofPartner, path: '/nova/me' },
    { ...ofDesk, path: '/nova/desk' },
    { ...ofDesk, path: '/nova/desk/NV-2041' },
    { ...ofDesk, path: '/nova/desk/reports', lcp: 2000, inp: 150, cls: 0.05 },
    { ...ofDesk, path: '/nova/oncall', as: engineer },
    { ...ofDesk, path: '/nova/oncall/schedule', as: engineer },
    { ...ofDesk, path: '/nova/admin/people', as: admin, script: 300, lcp: 2000, inp: 150, cls: 0.05 },
  ]
}

export async function loadDemo({ stack }: BenchGround): Promise<void> {
  const seed = run(['--import', 'tsx', 'prisma/seed.ts'], stack.env)
  await until('the demo world is loaded', () => seed.child.exitCode === 0, 120_000, seed)
}

/** The value of a session cookie for somebody of the demo. */
export async function sessionOf(owner: PrismaClient, email: string): Promise<string> {
  const { id: userId } = await owner.user.findUniqueOrThrow({ where: { email } })
  const id = newId()
  const [createdAt, expiresAt] = [new Date('2026-01-01'), new Date('2036-01-01')]
  await owner.session.create({ data: { id, userId, createdAt, expiresAt } })
  return sealSession(id)
}

async function requestOf(owner: PrismaClient, email: string): Promise<string> {
  const user = await owner.user.findUniqueOrThrow({ where: { email } })
  const member = await owner.membership.findFirstOrThrow({ where: { userId: user.id } })
  const ticket = await owner.ticket.findFirstOrThrow({ where: { partnerId: member.partnerId ?? '' } })
  return `NV-${ticket.number}`
}
