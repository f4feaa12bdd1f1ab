import { errorId } from '@/lib/foundation/ids'
import { log } from '@/lib/foundation/log'
import type { Outcome } from '@/lib/foundation/outcome'
import { visitorFrom } from '@/lib/identity'
import { type Marketplace, marketplaceBySlug } from '@/lib/marketplace'

/** Largest report that is read, in characters: two hundred alerts with long texts stay below. */
const LARGEST_REPORT = 500_000

export type MachineKnock = { marketplace: Marketplace; place: string; request: Request; params: Record<string, string> }

/**
 * A route for another system. There is no cookie, so nothing is to be protected by an Origin: who it is stands in the
 * key or the address it shows. A marketplace that does not exist answers as a key that does not: 401.
 */
export function defineMachineRoute(run: (knock: MachineKnock) => Promise<Outcome<unknown>>) {
  return async (request: Request, route: { params: Promise<Record<string, string>> }): Promise<Response> => {
    try {
      const params = await route.params
      const marketplace = await marketplaceBySlug(params.marketplace ?? '')
      if (!marketplace) return answer(401, { why: 'unknown_key' })
      const place = visitorFrom((name) => request.headers.get(name)).ip
      const outcome = await run({ marketplace, place, request, params })
      if (outcome.ok) return answer(202, outcome.value ?? { taken: true })
      log.info({ why: outcome.why, marketplace: marketplace.slug }, 'another system was refused')
      return answer(statuses[outcome.why] ?? 400, { why: outcome.why })
    } catch (error) {
      const id = errorId()
      log.error(
        { err: error, id, path: new URL(request.url).pathname.split('/').slice(0, 4).join('/') },
        'a report failed',
      )
      return answer(500, { why: 'error', id })
    }
  }
}

/** The key of `Authorization: Bearer KEY`; empty when there is none, which is nobody's. */
export function bearerOf(request: Request): string {
  return /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
}

/** The body as JSON; undefined when it is none or too large. */
export async function jsonOf(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_REPORT) return undefined
  const text = await textOf(request)
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Read piece by piece, so that a body without a length fills no memory. */
async function textOf(request: Request): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > LARGEST_REPORT) return null
  }
  return text
}

const statuses: Record<string, number> = { unknown_key: 401, too_many_attempts: 429, unreadable: 422 }

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
