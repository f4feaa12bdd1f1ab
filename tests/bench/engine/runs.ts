import type { PrismaClient } from '@/lib/db'
import type { MarketplaceWorld } from '../../builders/world'

/**
 * Runs that all wait for the end of their assessment, written as the engine would have written them: each falls due at an
 * instant of its own, `first` milliseconds of the database's clock from now and then evenly over `spread`.
 */
export async function waitingRuns(
  owner: PrismaClient,
  place: MarketplaceWorld,
  { count, first, spread }: { count: number; first: number; spread: number },
): Promise<Date> {
  const { marketplaceId, policyVersionId } = place
  const [{ at }] = (await owner.$queryRaw`select app_now() as at`) as [{ at: Date }]
  const begin = new Date(at.getTime() + first)
  await owner.$executeRaw`
    with made as (
      insert into escalation (marketplace_id, id, dedup_key, direction, source, title, severity, policy_version_id, state,
                              step, loop, epoch, next_at, opened_at, last_seq)
      select ${marketplaceId}::uuid, gen_random_uuid(), 'bench:' || n || ':' || ${begin.toISOString()}, 'IN', 'alert',
             'Checkout down ' || n, 'P0', ${policyVersionId}::uuid, 'ASSESSING', 0, 1, 1,
             ${begin}::timestamptz + n::float8 * ${spread / count}::float8 * interval '1 millisecond', ${at}::timestamptz, 2
        from generate_series(0, ${count - 1}::int) as n
      returning id, next_at
    )
    insert into escalation_event (marketplace_id, escalation_id, seq, at, kind, data)
    select ${marketplaceId}::uuid, made.id, e.seq, ${at}::timestamptz, e.kind,
           case e.seq when 1 then '{"direction":"IN","severity":"P0"}'::jsonb
                else jsonb_build_object('epoch', 1, 'loop', 1, 'step', 0, 'receivers', 1, 'nextAt', to_char(made.next_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end
      from made, (values (1, 'opened'), (2, 'assess_asked')) as e(seq, kind)`
  return begin
}

/** How late each of these timers ran: from its time to the beginning of the transaction that moved it, milliseconds. */
export async function lateness(owner: PrismaClient, place: MarketplaceWorld): Promise<number[]> {
  const rows = (await owner.$queryRaw`
    select (extract(epoch from (went.at - (asked.data ->> 'nextAt')::timestamptz)) * 1000)::int as late
      from escalation_event asked
      join escalation_event went using (marketplace_id, escalation_id)
     where asked.marketplace_id = ${place.marketplaceId}::uuid and asked.kind = 'assess_asked'
       and went.kind = 'assess_timed_out'`) as { late: number }[]
  return rows.map(({ late }) => late)
}
