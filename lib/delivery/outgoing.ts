import { lookup as systemLookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { env } from '@/lib/foundation/env'
import { addressFault, hostOf, isAllowed, isPublicAddress } from './public-address'

/** Longest a request may take in all, in milliseconds, and most of an answer that is read, in bytes. */
export const OUTGOING_LIMIT_MS = 5_000
const ANSWER_LIMIT = 64 * 1024

export type Outgoing = {
  url: string
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Buffer
  signal?: AbortSignal
}

/**
 * `answered`: the other side's status; its body is never kept. `refused`: we do not go there. `unreached`: nothing was
 * said, so nothing can have arrived. `unknown`: something was said and no answer came.
 */
export type OutgoingEnd =
  | { end: 'answered'; status: number; retryAfter: string | null }
  | { end: 'refused' | 'unreached' | 'unknown'; why: string }

export type Resolved = { address: string; family: number }
export type Resolve = (host: string) => Promise<Resolved[]>

const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true, verbatim: true })

/**
 * The one way out over HTTP (rule 21 of our design rules): https unless the operator allows the host, the name resolved
 * once, every address of it public, the connection made to just these addresses, no redirect followed, five seconds in all.
 */
export async function callOut(
  outgoing: Outgoing,
  { resolve = resolveBySystem, limitMs = OUTGOING_LIMIT_MS }: { resolve?: Resolve; limitMs?: number } = {},
): Promise<OutgoingEnd> {
  const allowed = env().WAYBILL_PRIVATE_HOSTS
  const fault = addressFault(outgoing.url, allowed)
  if (fault) return { end: 'refused', why: faults[fault] }
  const url = new URL(outgoing.url)
  const limit = AbortSignal.timeout(limitMs)
  const signal = outgoing.signal ? AbortSignal.any([outgoing.signal, limit]) : limit
  const found = await resolved(url, resolve, signal)
  if (!Array.isArray(found)) return found
  if (!isAllowed(url, allowed) && !found.every(({ address }) => isPublicAddress(address)))
    return { end: 'refused', why: faults.not_public }
  return say(url, found, outgoing, signal)
}

const faults = {
  not_a_url: 'the address is no web address',
  not_https: 'the address is not https',
  has_password: 'the address holds a name or password',
  not_public: 'the address is not public',
}

async function resolved(url: URL, resolve: Resolve, signal: AbortSignal): Promise<Resolved[] | OutgoingEnd> {
  const host = hostOf(url)
  const family = isIP(host)
  if (family) return [{ address: host, family }]
  const gaveUp = new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(new Error('its name was not found in time')), { once: true }),
  )
  try {
    const found = await Promise.race([resolve(host), gaveUp])
    return found.length > 0 ? found : { end: 'unreached', why: 'its name has no address' }
  } catch (error) {
    return { end: 'unreached', why: codeOf(error) }
  }
}

function say(url: URL, found: Resolved[], outgoing: Outgoing, signal: AbortSignal): Promise<OutgoingEnd> {
  const { method, headers = {}, body } = outgoing
  const secure = url.protocol === 'https:'
  return new Promise((done) => {
    let said = false
    const request = (secure ? httpsRequest : httpRequest)(url, {
      method,
      headers: { 'user-agent': 'Waybill', ...headers, 'content-length': `${body ? Buffer.byteLength(body) : 0}` },
      // A kept connection may be closed just as we speak, and then nobody knows what arrived.
      agent: false,
      signal,
      lookup: (_host, options, answer) => {
        const [first] = found
        if (options.all) answer(null, found)
        else answer(null, first?.address ?? '', first?.family ?? 4)
      },
    })
    request.once('socket', (socket) => socket.once(secure ? 'secureConnect' : 'connect', () => (said = true)))
    request.once('response', (response) => {
      discard(response)
      const { statusCode: status = 0, headers: answered } = response
      done({ end: 'answered', status, retryAfter: answered['retry-after'] ?? null })
    })
    request.once('error', (error) => done({ end: said ? 'unknown' : 'unreached', why: codeOf(error) }))
    request.end(body)
  })
}

/** The status is all we wanted: the rest is let in up to the limit, so that a polite server is not cut off, and forgotten. */
function discard(response: IncomingMessage): void {
  let read = 0
  response.on('data', (part: Buffer) => {
    read += part.length
    if (read > ANSWER_LIMIT) response.destroy()
  })
  response.on('error', () => undefined)
}

/** Names the fault without repeating the address or anything the other side wrote. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: string; name?: string }
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR') return 'no answer in time'
  return (
    code ?? (error instanceof Error && error.message.startsWith('its name') ? error.message : 'the connection failed')
  )
}
