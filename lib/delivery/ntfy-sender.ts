import { machineNow } from '@/lib/foundation/clock'
import { env } from '@/lib/foundation/env'
import { httpOutcome } from './http-outcome'
import { callOut } from './outgoing'
import type { Message, Sender } from './schema'

/** ntfy's five steps: a page rings, all else is as usual. */
const priorities = { P0: 5, P1: 4, P2: 4 } as const
const LONGEST_TEXT = 1_000

/** Publishes to a topic of an ntfy server; its buttons show the page or say "I'm on it" without opening a browser. */
export function ntfySender(): Sender {
  return async (message, signal) => {
    const place = ntfyPlace(message.to.address, env().WAYBILL_NTFY_URL)
    if (!place) return { outcome: 'failed', detail: 'no ntfy server is set for this topic' }
    const token = message.way?.config.token
    const headers = {
      'content-type': 'application/json',
      ...(typeof token === 'string' && token && { authorization: `Bearer ${token}` }),
    }
    const body = JSON.stringify(publication(place.topic, message))
    return httpOutcome(await callOut({ url: place.server, method: 'POST', headers, body, signal }), machineNow())
  }
}

/** Where an ntfy address publishes: 'https://ntfy.example/topic', or a bare topic on the operator's own server. */
export function ntfyPlace(address: string, ownServer: string | undefined): { server: string; topic: string } | null {
  if (/^[\w-]{1,64}$/.test(address)) return ownServer ? { server: ownServer, topic: address } : null
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const topic = /([^/]+)\/?$/.exec(url.pathname)?.[1] ?? ''
  if (!/^[\w-]{1,64}$/.test(topic)) return null
  return { server: `${url.origin}${url.pathname.replace(/[^/]+\/?$/, '')}`, topic }
}

function publication(topic: string, { brief, id }: Message) {
  const { title, text, url, ackUrl, severity, labels } = brief
  const take = ackUrl && {
    action: 'http',
    label: labels.take,
    url: ackUrl,
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'act=take',
    clear: true,
  }
  return {
    topic,
    // A doubled copy replaces the first one where the server knows how to.
    sequence_id: id,
    title,
    message: text.slice(0, LONGEST_TEXT) || title,
    priority: severity ? priorities[severity] : 3,
    ...(severity && { tags: ['rotating_light'] }),
    click: url,
    actions: [...(take ? [take] : []), { action: 'view', label: labels.open, url }],
  }
}
