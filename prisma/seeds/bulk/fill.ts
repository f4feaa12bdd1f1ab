import { copyFileSync, existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { stopwatch } from '@/lib/foundation/clock'
import { layGrounds, sharedFiles, type Target } from './grounds'
import { fates, steps, stories } from './story.sql'
import { attachments, clocks, documents, events, files, messages, ratings, saidTexts, tickets } from './write.sql'

export type Filling = {
  /** The owner's connection string. */
  database: string
  /** Slug of the marketplace; the oldest when left out. */
  marketplace?: string | undefined
  /** How many bulk requests the marketplace is to hold in the end. */
  tickets: number
  /** Where attachments lie (WAYBILL_FILES). */
  folder: string
  say: (line: string) => void
  /** Requests a transaction. */
  batch?: number
  /** Called after each committed batch; tests end the process here. */
  afterBatch?: (done: number) => Promise<void> | void
}

const BATCH = 2000
/** Seconds between two lines of progress. */
const TELL_EVERY = 5

/**
 * Fills a marketplace with invented requests until it holds `tickets` of them, and answers how many were added. Each
 * batch is one transaction, and what is done is read from the ids of what stands there: ended at any point and started
 * again, it goes on. Two runs at once wait for each other.
 * @throws when there is no such marketplace, or it has no topics or agents
 */
export async function fillMarketplace(filling: Filling): Promise<number> {
  const { tickets: wanted, say, batch = BATCH } = filling
  const client = new pg.Client({ connectionString: filling.database })
  await client.connect()
  try {
    // Deadlocks and long waits are for others: this is the only long writer.
    await client.query(
      "set synchronous_commit = off; set gin_pending_list_limit = '64MB'; set maintenance_work_mem = '256MB'; set work_mem = '64MB'; set jit = off",
    )
    const target = await targetOf(client, filling.marketplace)
    await client.query("select pg_advisory_lock(hashtext('waybill bulk requests'))")
    const begun = await whereItStopped(client, target)
    if (begun.done >= wanted) return 0
    await layGrounds(client, target, wanted)
    const begin = stopwatch()
    let told = begin
    for (let from = begun.done + 1; from <= wanted; from += batch) {
      const to = Math.min(wanted, from + batch - 1)
      await writeBatch(client, target, filling.folder, [
        from,
        to,
        begun.along,
        begun.done,
        (1 - begun.along) / (wanted - begun.done),
      ])
      await filling.afterBatch?.(to)
      if (stopwatch() - told > TELL_EVERY * 1000 || to === wanted) {
        told = stopwatch()
        say(progress(to, wanted, (to - begun.done) / ((told - begin) / 1000)))
      }
    }
    say('Taking stock of the tables ...')
    await client.query(
      'vacuum (analyze) ticket, ticket_message, ticket_event, ticket_search, sla_clock, rating, attachment, partner, membership, "user"',
    )
    return wanted - begun.done
  } finally {
    await client.end()
  }
}

async function targetOf(client: pg.Client, slug: string | undefined): Promise<Target> {
  const { rows } = await client.query<Target>(
    'select id, slug, time_zone as "timeZone" from marketplace where $1::text is null or slug = $1 order by created_at, id limit 1',
    [slug ?? null],
  )
  if (!rows[0]) throw new Error(slug ? `there is no marketplace "${slug}"` : 'there is no marketplace')
  return rows[0]
}

/** The last bulk request by number tells how many there are, and how far along the two years it lies, 0 to 1. */
async function whereItStopped(client: pg.Client, target: Target): Promise<{ done: number; along: number }> {
  const { rows } = await client.query<{ id: string }>(
    `select id from ticket where marketplace_id = $1 and substr(id::text, 15, 9) = '75ed-85ed' order by number desc limit 1`,
    [target.id],
  )
  const tail = rows[0]?.id.slice(-12)
  if (!tail) return { done: 0, along: 0 }
  const along = parseInt(tail.slice(0, 6), 16) / 2 ** 24
  // What was filled to the end is filled once more from the beginning of the two years when more is asked for.
  return { done: parseInt(tail.slice(6), 16), along: along > 0.999 ? 0 : along }
}

type Stretch = [from: number, to: number, along: number, done: number, step: number]

async function writeBatch(client: pg.Client, target: Target, folder: string, stretch: Stretch): Promise<void> {
  const [from, to] = stretch
  // Numbers are taken apart from the batch, so that nobody who opens a request waits for it. Gaps are allowed.
  const { rows } = await client.query<{ first: number }>(
    'update ticket_counter set last = last + $2 where marketplace_id = $1 returning last - $2 + 1 as first',
    [target.id, to - from + 1],
  )
  const first = rows[0]?.first
  if (first === undefined) throw new Error('the marketplace has no ticket counter')
  await client.query('begin')
  await client.query(stories, stretch)
  for (const made of [steps, 'analyze story, step', fates, saidTexts, files]) await client.query(made)
  await client.query('analyze said, fate')
  await layFilesOf(client, folder)
  const { rowCount } = await client.query(tickets, [first])
  if (rowCount !== to - from + 1) throw new Error(`a batch of ${to - from + 1} wrote ${rowCount} requests`)
  for (const written of [messages, events, clocks, ratings, attachments, documents]) await client.query(written)
  await client.query('commit')
}

/** Each attachment has its file before it has its row: a hard link to one of a few, or a copy where links end. */
async function layFilesOf(client: pg.Client, folder: string): Promise<void> {
  const { rows } = await client.query<{ storage_key: string; shared: number }>(
    'select storage_key, shared from brought',
  )
  const sources = path.join(folder, 'bulk')
  for (const { storage_key: key, shared } of rows) {
    const file = sharedFiles[shared]
    if (!file) throw new Error('no such file')
    const source = path.join(sources, `${file.stem}${file.extension}`)
    const place = path.join(folder, key)
    if (existsSync(place)) continue
    if (!existsSync(source)) {
      mkdirSync(sources, { recursive: true, mode: 0o750 })
      writeFileSync(source, file.content, { mode: 0o640 })
    }
    mkdirSync(path.dirname(place), { recursive: true, mode: 0o750 })
    try {
      linkSync(source, place)
    } catch {
      copyFileSync(source, place)
    }
  }
}

function progress(done: number, wanted: number, rate: number): string {
  const left = Math.round((wanted - done) / rate)
  const time = `${Math.floor(left / 60)} min ${String(left % 60).padStart(2, '0')} s`
  return `${done.toLocaleString('en')} of ${wanted.toLocaleString('en')} requests, ${Math.round(rate)} a second, ${time} left`
}
