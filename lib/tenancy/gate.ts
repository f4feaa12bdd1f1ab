import type { PartnerActor, StaffActor } from '@/lib/authz'
import { Prisma, type PrismaClient, type Tx } from '@/lib/db'

/** What a use case works with: the open transaction, and the database's time read once at its start. */
export type Work<Result> = (tx: Tx, now: Date) => Promise<Result>

type Context = {
  side: 'staff' | 'partner' | 'worker' | 'machine' | null
  marketplaceId: string | null
  partnerId: string | null
}

/**
 * Opens one transaction in which the database shows one marketplace and one side, and nothing else.
 * The settings are local to the transaction: a pooled connection never carries them over.
 */
export async function within<Result>(client: PrismaClient, context: Context, work: Work<Result>): Promise<Result> {
  return client.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ now: Date }[]>(Prisma.sql`
      select set_config('app.side', ${context.side ?? ''}, true),
             set_config('app.marketplace', ${context.marketplaceId ?? ''}, true),
             set_config('app.partner', ${context.partnerId ?? ''}, true),
             app_now() as now`)
    const now = rows[0]?.now
    if (!now) throw new Error('the database told no time')
    return work(tx, now)
  })
}

export function staffContext(actor: StaffActor): Context {
  demandSide(actor, 'staff')
  return { side: 'staff', marketplaceId: actor.marketplaceId, partnerId: null }
}

export function partnerContext(actor: PartnerActor): Context {
  demandSide(actor, 'partner')
  return { side: 'partner', marketplaceId: actor.marketplaceId, partnerId: actor.partnerId }
}

export function workerContext(marketplaceId: string): Context {
  return { side: 'worker', marketplaceId, partnerId: null }
}

export function machineContext(marketplaceId: string): Context {
  return { side: 'machine', marketplaceId, partnerId: null }
}

/** The compiler says so already; a partner who came this far by mistake would otherwise read as staff. */
function demandSide(actor: StaffActor | PartnerActor, side: 'staff' | 'partner'): void {
  if (actor.side !== side) throw new Error(`the ${side}'s door was opened for somebody of another side`)
}
