import { unstable_rethrow as rethrowNavigation } from 'next/navigation'
import { z } from 'zod/mini'
import { errorId } from '@/lib/foundation/ids'
import { log } from '@/lib/foundation/log'
import type { Outcome, RefusalDetails } from '@/lib/foundation/outcome'
import { type Caller, type Door, type DoorContext, demandStrict, openDoor, type Schema } from './doorman'
import { fieldFaults } from './field-faults'
import { type Knock, knock } from './knock'
import { isOwnOrigin } from './own-origin'
import { refusalText } from './refusal-text'
import { membershipField } from './schema'
import { viewerOf } from './viewer'

type Params = Record<string, string>
type RouteContext = { params: Promise<Params> }
export type RouteDoor = DoorContext & { request: Request; params: Params }

export type RouteDefinition<S extends Schema, D extends Door, Value> = {
  side: D
  /** What the body (or, for GET, the query) must be. Without it nothing is read: `run` may stream `context.request`. */
  schema?: S
  run: (caller: Caller<D>, input: z.core.output<S>, context: RouteDoor) => Promise<Outcome<Value> | Response>
}

const LARGEST_BODY = 1_000_000

/**
 * A route handler under `/[marketplace]/...` with the same doors as an action: own origin for everything but GET and
 * HEAD, caller, input, use case. The company is named by the query's `membershipId`, else by the cookie. JSON out:
 * 200, or 400, 401, 403, 404, 409, 413, 415, 500 with `{why, message}`; `run` may answer a Response of its own.
 */
export function defineRoute<S extends Schema, D extends Door, Value>(definition: RouteDefinition<S, D, Value>) {
  if (definition.schema) demandStrict(definition.schema)
  return async (request: Request, route: RouteContext): Promise<Response> =>
    answerRequest(definition, await knock(), request, await route.params)
}

export async function answerRequest<S extends Schema, D extends Door, Value>(
  definition: RouteDefinition<S, D, Value>,
  knocked: Knock,
  request: Request,
  params: Params,
): Promise<Response> {
  const viewer = viewerOf(knocked, null)
  const no = (status: number, why: string, details?: RefusalDetails) => {
    log.info({ why, status, user: knocked.session?.userId }, 'refused')
    return json(status, { why, message: refusalText(viewer, { ok: false, why, details }), ...(details && { details }) })
  }
  try {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads && !isOwnOrigin(knocked.header)) return no(403, 'foreign_origin')
    const query = new URL(request.url).searchParams
    const membershipId = query.get(membershipField) ?? (reads ? null : knocked.cookie('membership'))
    const door = await openDoor(definition.side, knocked, { slug: params.marketplace ?? null, membershipId })
    if (!door.ok) return no(statusOf(door.why), door.why)
    const read = await readInput(definition.schema, request, reads ? query : null)
    if (read instanceof Response) return read
    if (!read.success) return json(400, { why: 'invalid', ...fieldFaults(read.error.issues, viewer.locale) })
    const context = { ...door.value.context, request, params }
    const outcome = await definition.run(door.value.caller, read.data as z.core.output<S>, context)
    if (outcome instanceof Response) return outcome
    return outcome.ok ? json(200, outcome.value) : no(statusOf(outcome.why), outcome.why, outcome.details)
  } catch (error) {
    rethrowNavigation(error)
    const id = errorId()
    log.error({ err: error, id, path: new URL(request.url).pathname }, 'a request failed')
    return json(500, { why: 'error', id })
  }
}

async function readInput(schema: Schema | undefined, request: Request, query: URLSearchParams | null) {
  if (!schema) return { success: true as const, data: undefined }
  if (query) {
    const fields = [...query].filter(([name]) => name !== membershipField)
    return z.safeParse(schema, Object.fromEntries(fields))
  }
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return json(415, { why: 'not_json' })
  const text = await request.text()
  if (text.length > LARGEST_BODY) return json(413, { why: 'too_large' })
  try {
    return z.safeParse(schema, JSON.parse(text))
  } catch {
    return json(400, { why: 'not_json' })
  }
}

const statuses: Record<string, number> = {
  signed_out: 401,
  not_allowed: 403,
  not_found: 404,
  choose_company: 400,
  too_many_attempts: 429,
}

function statusOf(why: string): number {
  return statuses[why] ?? 409
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
}
