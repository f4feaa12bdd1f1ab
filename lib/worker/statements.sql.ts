/*
 * The statements of the worker's own connection. They run outside every tenant: `worker` has none, and what is due comes
 * through the one door that returns ids only.
 */

/** The lock first, then the row, in one statement: a row without its lock would be a dead worker. */
export const register = `
  with held as materialized (select pg_advisory_lock($2::bigint))
  insert into worker (id, lock_key, started_at, seen_at)
  select $1::uuid, $2::bigint, app_now(), app_now() from held`

export const touch = 'update worker set seen_at = app_now() where id = $1::uuid'

export const report = 'update worker set metrics = $2::jsonb where id = $1::uuid'

export const signOff = 'update worker set stopped_at = app_now() where id = $1::uuid and stopped_at is null'

/**
 * Workers that never signed off and whose lock nobody holds. Read from pg_locks instead of trying the lock: trying would
 * hold it for a moment, and a neighbour who looks in that moment would take a dead worker for a living one.
 */
export const deadWorkers = `
  select w.id from worker w
   where w.stopped_at is null and w.id <> $1::uuid
     and not exists (
       select from pg_locks l
        where l.locktype = 'advisory' and l.granted and l.objsubid = 1
          and l.database = (select oid from pg_database where datname = current_database())
          and ((l.classid::bigint << 32) | l.objid::bigint) = w.lock_key)`

export const markStopped = 'update worker set stopped_at = app_now() where id = any ($1::uuid[]) and stopped_at is null'

/** The function tells its order by the order of its rows, which a join would not promise to keep. */
export const dueWork = `
  select due.*, app_now() as now from due_work(app_now(), $1::int, $2::uuid[]) with ordinality as due(kind, marketplace_id, id, due_at, place)
   order by due.place`
