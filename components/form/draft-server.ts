import type { Written } from '@/lib/drafts/schema'
import type { Brought } from './draft-choice'

/** How a save ended. `lost`: no answer, or a server that is ill; trying later may end otherwise. */
export type Saving =
  | { is: 'saved'; version: number }
  | { is: 'elsewhere'; draft: Brought }
  | { is: 'signed_out' | 'refused' | 'lost' }

/** Requests about one draft go out one after the other, whichever page they come from: the last word counts. */
const queues = new Map<string, Promise<unknown>>()

function inOrder<Result>(address: string, act: () => Promise<Result>): Promise<Result> {
  const done = (queues.get(address) ?? Promise.resolve()).then(act)
  queues.set(address, done)
  return done
}

/** Saves over `version`. `leaving`: the page goes away, and the browser sends it afterwards if it is small enough. */
export function putDraft(address: string, written: Written, version: number, leaving = false): Promise<Saving> {
  const body = JSON.stringify({ written, version })
  const headers = { 'content-type': 'application/json' }
  return inOrder(address, async () => {
    try {
      // A page that goes away may leave 64 kB behind to be sent.
      const keepalive = leaving && body.length < 30_000
      const response = await fetch(address, { method: 'PUT', headers, body, keepalive })
      if (response.ok) return { is: 'saved', version: Number((await response.json()).version) }
      if (response.status === 409) {
        const { draft } = await response.json()
        return draft ? { is: 'elsewhere', draft } : { is: 'refused' }
      }
      if (response.status === 401) return { is: 'signed_out' }
      return { is: response.status >= 500 ? 'lost' : 'refused' }
    } catch {
      return { is: 'lost' }
    }
  })
}

/** Undefined: nobody answered. */
export function getDraft(address: string): Promise<Brought | null | undefined> {
  return inOrder(address, async () => {
    try {
      const response = await fetch(address, { cache: 'no-store' })
      return response.ok ? (await response.json()).draft : undefined
    } catch {
      return undefined
    }
  })
}

/** Whether the server knows that it is over. */
export function deleteDraft(address: string): Promise<boolean> {
  return inOrder(address, async () => {
    try {
      return (await fetch(address, { method: 'DELETE', keepalive: true })).ok
    } catch {
      return false
    }
  })
}
