import type { Tx } from '@/lib/db'

/** Whether the last thing we said is a fix to try: then the partner may say whether it works (002-08). */
export async function fixToTry(tx: Tx, ticketId: string): Promise<boolean> {
  const last = await tx.ticketMessage.findFirst({
    where: { ticketId, kind: { in: ['answer', 'ask', 'try_this'] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { kind: true },
  })
  return last?.kind === 'try_this'
}
