import type { Actor } from '@/lib/authz'
import { withoutTenant } from '@/lib/tenancy'
import { actorsOf } from './actor-of'
import { doorsOf } from './doors'

/** Everything a person may act as, oldest first: joined, not disabled, each row read under its own marketplace. */
export async function membershipsOf(userId: string): Promise<Actor[]> {
  return actorsOf(userId, await withoutTenant((tx) => doorsOf(tx, userId)))
}
