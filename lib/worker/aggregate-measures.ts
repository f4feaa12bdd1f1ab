import { AggregatorRegistry, type MetricObject } from 'prom-client'
import type { Tx } from '@/lib/db'
import { after, SECOND } from '@/lib/foundation/clock'

/** A worker that has not written of late is away: what it last said is no longer true. Milliseconds. */
const AWAY_MS = 30 * SECOND

/**
 * The measures of all living workers together, in Prometheus' text form (exposition format 0.0.4): counters and
 * histograms are added up, ages are the greatest. With how many workers there are, so that none at all is seen too.
 */
export async function aggregateMeasures(tx: Tx, now: Date): Promise<string> {
  const alive = await tx.worker.findMany({
    where: { stoppedAt: null, seenAt: { gte: after(now, -AWAY_MS) } },
    select: { metrics: true },
  })
  const told = alive.map(({ metrics }) => metrics as unknown as MetricObject[]).filter((one) => one.length > 0)
  const count = `# HELP waybill_workers Workers that are alive.\n# TYPE waybill_workers gauge\nwaybill_workers ${alive.length}\n`
  return `${count}${told.length > 0 ? await AggregatorRegistry.aggregate(told).metrics() : ''}`
}
