export const dynamic = 'force-dynamic'

/** The process is up. Asks nobody. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } })
}
