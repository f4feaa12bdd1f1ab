import type { Tx } from '@/lib/db'

/** Holds a policy to the end of the transaction: two people who save it at once take turns, and the later one is told. */
export async function lockPolicy(tx: Tx, policyId: string): Promise<void> {
  await tx.$executeRaw`select 1 from policy where id = ${policyId}::uuid for update`
}
