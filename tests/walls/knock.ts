import type { Actor } from '@/lib/authz'
import { newId } from '@/lib/foundation/ids'
import { sealSession } from '@/lib/identity/session-cookie'
import { marketplaceField, membershipField } from '@/lib/web/schema'
import type { TestDatabase } from '@/tests/setup/database'
import type { BuiltAction } from './built'
import type { Target } from './cast'

/** What a door answered: past it, absent or forbidden, asked to sign in, or broken. */
export type Answer = { verdict: 'y' | '-' | 'signed out' | 'broken'; text: string; status: number }

/** A cookie of a session that was never signed in for: the row is what counts. */
export async function cookieOf({ owner }: TestDatabase, actor: Actor): Promise<string> {
  const id = newId()
  await owner.session.create({
    data: { id, userId: actor.userId, createdAt: new Date('2026-01-01'), expiresAt: new Date('2036-01-01') },
  })
  return `next-auth.session-token=${await sealSession(id)}; membership=${actor.membershipId}`
}

/** `{number}` and its like, filled. */
export function filled(text: string, target: Target): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => target[name as keyof Target] ?? whole)
}

/** Knocks on a page or route as a browser of our own pages would. */
export async function knockOn(
  address: string,
  method: string,
  path: string,
  cookie: string,
  body?: string,
): Promise<Answer> {
  const writes = method !== 'GET' && method !== 'HEAD'
  const headers = { cookie, ...(writes && ownOrigin(address)), ...(body && { 'content-type': 'application/json' }) }
  const response = await fetch(address + path, {
    method,
    redirect: 'manual',
    headers,
    body: writes ? (body ?? '{}') : null,
  })
  return judged(response, await response.text())
}

/** Calls a server action as React does: its state so far, then its form. */
export async function act(
  address: string,
  action: BuiltAction,
  page: string,
  cookie: string,
  form: Record<string, string>,
): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(`_1_${name}`, value)
  body.append('0', '[{"status":"idle"},"$K1"]')
  const headers = { cookie, 'next-action': action.id, accept: 'text/x-component', ...ownOrigin(address) }
  const response = await fetch(address + page, { method: 'POST', redirect: 'manual', headers, body })
  const text = await response.text()
  const { status, why } = stateIn(text)
  if (status === undefined) return judged(response, text)
  return { ...judged(response, text), verdict: verdictOf(status, why) }
}

/** The state that an action answered, out of the stream that carries it. */
export function stateIn(stream: string): { status?: string | undefined; why?: string | undefined } {
  const found = /\{"status":"(ok|refused|invalid|error)"(?:,"why":"(\w+)")?/.exec(stream)
  return { status: found?.[1], why: found?.[2] }
}

function verdictOf(status: string, why: string | undefined): Answer['verdict'] {
  if (status === 'error') return 'broken'
  if (why === 'signed_out') return 'signed out'
  return why === 'not_found' || why === 'not_allowed' || why === 'foreign_origin' ? '-' : 'y'
}

/** The hidden fields that say for whom a form is. */
export function hidden(actor: Actor, target: Target): Record<string, string> {
  return { [marketplaceField]: target.slug, [membershipField]: actor.membershipId }
}

function ownOrigin(address: string) {
  return { origin: address, 'sec-fetch-site': 'same-origin' }
}

function judged(response: Response, text: string): Answer {
  const { status } = response
  const leads = response.headers.get('location') ?? ''
  const signIn = status === 401 || (status >= 300 && status < 400 && /\/sign-in(\?|$)/.test(leads))
  if (signIn) return { verdict: 'signed out', text, status }
  if (status >= 500) return { verdict: 'broken', text, status }
  return { verdict: status === 404 || status === 403 ? '-' : 'y', text, status }
}
