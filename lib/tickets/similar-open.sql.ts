import { Prisma, type Tx } from '@/lib/db'

export type SimilarRow = { number: number; subject: string; state: string; updatedAt: Date }

/** Open requests of one company on one topic, as far as `readable` (a condition on `t`) lets through, newest change first. */
export async function similarOpenRows(
  tx: Tx,
  which: { partnerId: string; topicId: string; readable: Prisma.Sql; most: number },
): Promise<SimilarRow[]> {
  return tx.$queryRaw<SimilarRow[]>(Prisma.sql`
    select t.number, t.subject, t.state, t.updated_at as "updatedAt"
      from ticket t
     where t.partner_id = ${which.partnerId}::uuid and t.topic_id = ${which.topicId}::uuid and t.state <> 'completed'
       and ${which.readable}
     order by t.updated_at desc, t.id desc limit ${which.most}::int`)
}
