import type { Tx } from '@/lib/db'

/** Topics that take new requests now. */
export async function offeredTopicIds(tx: Tx): Promise<string[]> {
  const topics = await tx.topic.findMany({ where: { archivedAt: null }, select: { id: true } })
  return topics.map(({ id }) => id)
}
