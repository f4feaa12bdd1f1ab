import type { Tx } from '@/lib/db'

/** The companies that are live or becoming so, by name: for choosing one. Staff only: a partner sees its own. */
export async function partnerNames(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx.partner.findMany({
    where: { lifecycle: { in: ['onboarding', 'live', 'paused'] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: 500,
  })
}
