import type { Tx } from '@/lib/db'
import { peopleOf } from '@/lib/identity'
import type { NamedOnCall, OnCall, PersonRef } from './schema'

/** Gives membership ids their names. */
export type Naming = (id: string | null) => PersonRef | null

/** The names of these people, read at once. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Naming> {
  const people = await peopleOf(
    tx,
    ids.filter((id) => id !== null),
  )
  return (id) => (id ? { membershipId: id, name: people.get(id)?.name ?? '' } : null)
}

export function named(names: Naming, { primary, others }: OnCall): NamedOnCall {
  return { primary: names(primary), others: others.flatMap((id) => names(id) ?? []) }
}

/** Everybody whom these moments name. */
export function everybodyIn(moments: readonly OnCall[]): (string | null)[] {
  return moments.flatMap(({ primary, others }) => [primary, ...others])
}
