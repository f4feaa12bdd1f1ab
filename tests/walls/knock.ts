import type { Actor } from '@/lib/authz'
import { newId } from '@/lib/foundation/ids'
import { sealSession } from '@/lib/identity/session-cookie'
import { marketplaceField, membershipField } from '@/lib/web/schema'
import type { TestDatabase } from '@/tests/setup/database'
import type { BuiltAction } from './built'
import type { Target } from './cast'

/** Past the door, absent or forbidden, asked to sign in; or, which no row may have: broken, or not understood. */
export type Verdict = 'y' | '-' | 'signed out' | 'broken' | 'invalid'

/** What a door answered. `done`: not merely let through and then refused, but done. */
export type Answer = { verdict: Verdict; done: boolean; text: string; status: number }

/** A cookie of a session that was never signed in for: the row is what counts. */
export async function cookieOf({ owner }: TestDatabase, actor: Actor): Promise<string> {
  const id = newId()
  await owner.session.create({
    data: { id, userId: actor.userId, createdAt: new Date('2026-01-01'), expiresAt: new Date('2036-01-01') },
  })
  return `next-auth.session-token=${await sealSession(id)}; membership=${actor.membershipId}`
}

/** `{number}` and its like, filled; `{newId}` is another one each time. */
export function filled(text: string, target: Target): string {
  return text
    .replace(/\{newId\}/g, () => newId())
    .replace(/\{(\w+)\}/g, (whole, name: string) => target[name as keyof Target] ?? whole)
}

/** Where a request says that it comes from. */
export const from = {
  ours: (address: string) => ({ origin: address, 'sec-fetch-site': 'same-origin' }),
  elsewhere: () => ({ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }),
  /** Past Next, which looks at the Origin alone. */
  elsewhereUnsaid: () => ({ 'sec-fetch-site': 'cross-site' }),
} as const
type From = (address: string) => Record<string, string>

/** Knocks on a page or route as a browser of our own pages would. */
export async function knockOn(
  address: string,
  method: string,
  path: string,
  cookie: string,
  { body, origin = from.ours, bearer }: { body?: string | undefined; origin?: From; bearer?: string | undefined } = {},
): Promise<Answer> {
  const writes = method !== 'GET' && method !== 'HEAD'
  const response = await fetch(address + path, {
    method,
    redirect: 'manual',
    headers: { cookie, ...(writes && origin(address)), ...(bearer && { authorization: `Bearer ${bearer}` }) },
    body: writes ? bodyOf(body) : null,
  })
  return judged(response, await response.text())
}

function bodyOf(body: string | undefined) {
  if (body?.startsWith('{')) return new Blob([body], { type: 'application/json' })
  if (body !== 'a file') return new URLSearchParams(body)
  const form = new FormData()
  form.append('file', new File(['A line of text.'], 'note.txt', { type: 'text/plain' }))
  return form
}

/** How an action is called: `sets` makes it one of a plain form, which is done when it sets that cookie. */
type Call = { page: string; cookie: string; form: Record<string, string>; sets?: string | undefined; origin?: From }

/** Calls a server action as React does: its state so far (a plain form has none), then its form. */
export async function act(
  address: string,
  action: BuiltAction,
  { page, cookie, form, sets, origin = from.ours }: Call,
): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(`_1_${name}`, value)
  body.append('0', sets ? '["$K1"]' : '[{"status":"idle"},"$K1"]')
  const headers = { cookie, 'next-action': action.id, accept: 'text/x-component', ...origin(address) }
  const response = await fetch(address + page, { method: 'POST', redirect: 'manual', headers, body })
  const text = await response.text()
  const answer = judged(response, text)
  if (answer.verdict === 'broken') return answer
  if (sets) {
    const done = response.headers.getSetCookie().some((line) => line.startsWith(`${sets}=`))
    return { ...answer, verdict: done ? 'y' : '-', done }
  }
  const { status, why } = stateIn(text)
  if (status === undefined && response.headers.has('x-action-redirect')) return { ...answer, done: true }
  // One that neither answers nor leads on did not run.
  if (status === undefined) return { ...answer, verdict: 'broken', done: false }
  return { ...answer, verdict: verdictOf(status, why), done: status === 'ok' }
}

/** The state that an action answered, out of the stream that carries it. */
export function stateIn(stream: string): { status?: string | undefined; why?: string | undefined } {
  const found = /\{"status":"(ok|refused|invalid|error)"(?:,"why":"(\w+)")?/.exec(stream)
  return { status: found?.[1], why: found?.[2] }
}

const closed = [
  'not_found',
  'not_allowed',
  'foreign_origin',
  'link_unknown',
  'topic_unknown',
  'calendar_unknown',
  'wrong_role',
]

function verdictOf(status: string, why: string | undefined): Verdict {
  if (status === 'error') return 'broken'
  if (status === 'invalid' || why === 'choose_company') return 'invalid'
  if (why === 'signed_out') return 'signed out'
  return why && closed.includes(why) ? '-' : 'y'
}

/** The hidden fields that say for whom a form is. */
export function hidden(actor: Actor, target: Target): Record<string, string> {
  return { [marketplaceField]: target.slug, [membershipField]: actor.membershipId }
}

function judged(response: Response, text: string): Answer {
  const { status } = response
  const leads = response.headers.get('location') ?? ''
  const signIn = status === 401 || (status >= 300 && status < 400 && /\/sign-in(\?|$)/.test(leads))
  const done = status < 400 && !signIn
  if (signIn) return { verdict: 'signed out', done, text, status }
  if (status >= 500) return { verdict: 'broken', done, text, status }
  return { verdict: status === 404 || status === 403 ? '-' : 'y', done, text, status }
}
