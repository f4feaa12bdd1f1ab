import { readiness } from '@/lib/web'
import { isWorkerAlive } from '@/lib/worker'

export const dynamic = 'force-dynamic'

/** 200 when pages can be served, otherwise 503; the body tells of database and worker. */
export async function GET(): Promise<Response> {
  const answer = await readiness(isWorkerAlive)
  return Response.json(answer, { status: answer.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
