import { withoutTenant } from '@/lib/tenancy'

export type ThrottleRow = { points: number; msLeft: number }

/**
 * Counts `points` more for `key`, or begins a new window when the last one has ended. One statement, because twenty
 * guesses at once must count as twenty; a transaction of its own, because an attempt counts even when it fails.
 */
export async function addPoints(key: string, points: number, windowMs: number, anew: boolean): Promise<ThrottleRow> {
  const rows = await withoutTenant(
    (tx) => tx.$queryRaw<{ points: number; ms_left: bigint }[]>`
      with clock as (select (extract(epoch from app_now()) * 1000)::bigint as ms)
      insert into throttle as t (key, points, expire) select ${key}, ${points}::int, ms + ${windowMs}::bigint from clock
      on conflict (key) do update set
        points = case when ${anew} or t.expire <= (select ms from clock) then excluded.points else t.points + excluded.points end,
        expire = case when ${anew} or t.expire <= (select ms from clock) then excluded.expire else t.expire end
      returning points, expire - (select ms from clock) as ms_left`,
  )
  return read(rows[0])
}

export async function readPoints(key: string): Promise<ThrottleRow | null> {
  const rows = await withoutTenant(
    (tx) => tx.$queryRaw<{ points: number; ms_left: bigint }[]>`
      select points, expire - (extract(epoch from app_now()) * 1000)::bigint as ms_left from throttle
       where key = ${key} and expire > (extract(epoch from app_now()) * 1000)::bigint`,
  )
  return rows[0] ? read(rows[0]) : null
}

/** Forgets a key, and with it up to a hundred windows that ended long ago. */
export async function forgetPoints(key: string): Promise<boolean> {
  return withoutTenant(async (tx, now) => {
    const { count } = await tx.throttle.deleteMany({ where: { key } })
    await tx.$executeRaw`delete from throttle where key in
      (select key from throttle where expire < ${now.getTime() - 3_600_000}::bigint limit 100 for update skip locked)`
    return count > 0
  })
}

function read(row: { points: number; ms_left: bigint } | undefined): ThrottleRow {
  if (!row) throw new Error('the throttle answered no row')
  return { points: row.points, msLeft: Math.max(0, Number(row.ms_left)) }
}
