import { setTimeout as pause } from 'node:timers/promises'
import type { PartnerActor } from '@/lib/authz'
import { newId } from '@/lib/foundation/ids'
import { marketplaceField, membershipField } from '@/lib/web/schema'
import type { BuiltAction } from '../walls/built'

export type ClaimForm = { topicId: string; subject: string; condition: string }

/** How long a person goes on pressing "send" while the server does not answer, in milliseconds. */
const PATIENCE = 60_000

/**
 * Opens an urgent request as the form of the page does, and presses "send" again with the same key until the server has
 * answered. @returns the number that HTTP answered: from here on it is promised
 */
export async function claimOverHttp(
  address: string,
  slug: string,
  action: BuiltAction,
  who: { actor: PartnerActor; cookie: string },
  claim: ClaimForm,
): Promise<string> {
  const fields = {
    [marketplaceField]: slug,
    [membershipField]: who.actor.membershipId,
    submissionKey: newId(),
    body: 'Every order has failed with HTTP 500 since 03:04.',
    ...claim,
  }
  return untilAnswered(async () => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value)
    body.append('0', '[{"status":"idle"},"$K1"]')
    const headers = {
      cookie: who.cookie,
      'next-action': action.id,
      accept: 'text/x-component',
      origin: address,
      'sec-fetch-site': 'same-origin',
    }
    const response = await fetch(`${address}/${slug}/new`, { method: 'POST', redirect: 'manual', headers, body })
    const leads = response.headers.get('x-action-redirect') ?? response.headers.get('location') ?? ''
    const number = /number=([A-Z]{2,4}-\d+)/.exec(leads)?.[1]
    if (!number && response.status < 500)
      throw new Refused(`${response.status} ${(await response.text()).slice(0, 500)}`)
    return number
  })
}

/** Presses "I'm on it" of a page until the server has answered that it was heard. */
export async function acknowledgeOverHttp(link: string): Promise<void> {
  const form = await untilAnswered(async () => {
    const response = await fetch(link)
    const html = await response.text()
    return response.ok ? html : undefined
  })
  const fields = new URLSearchParams(hiddenFields(form))
  await untilAnswered(async () => {
    // What a mail program's browser sends: a form of a page without an origin.
    const headers = { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' }
    const response = await fetch(link, { method: 'POST', redirect: 'manual', headers, body: fields.toString() })
    return response.status === 303 ? true : undefined
  })
}

class Refused extends Error {}

async function untilAnswered<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (const begun = performance.now(); ; await pause(100)) {
    try {
      const answer = await ask()
      if (answer !== undefined) return answer
    } catch (error) {
      if (error instanceof Refused) throw error
      // The server is gone in the middle of the answer: nothing was promised, ask again.
    }
    if (performance.now() - begun > PATIENCE) throw new Error('the server did not answer for a minute')
  }
}

/** The fields of the first form of a page, its first button's included: what pressing that button sends. */
function hiddenFields(html: string): [string, string][] {
  const form = /<form[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const tags = form.match(/<(input|button)\b[^>]*>/g) ?? []
  const named = tags.flatMap((tag): [string, string][] => {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    return name ? [[name, /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '']] : []
  })
  return named.filter(([name], place) => named.findIndex(([other]) => other === name) === place)
}
