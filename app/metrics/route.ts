import { metricsFor } from '@/lib/web'
import { aggregateMeasures } from '@/lib/worker'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/** What Prometheus reads, with `Authorization: Bearer WAYBILL_METRICS_TOKEN`; 404 for everybody else. */
export async function GET(request: Request): Promise<Response> {
  const text = await metricsFor(request, aggregateMeasures)
  if (text === null) return new Response(null, { status: 404 })
  return new Response(text, {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  })
}
