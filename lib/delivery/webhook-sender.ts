import { Webhook } from 'standardwebhooks'
import { machineNow } from '@/lib/foundation/clock'
import { httpOutcome } from './http-outcome'
import { callOut } from './outgoing'
import type { Message, Sender } from './schema'
import { webhookSecret } from './webhook-secret'

/** Hands a page to another system: Standard Webhooks, the delivery's id as webhook-id and Idempotency-Key. */
export function webhookSender(): Sender {
  return async (message, signal) => {
    const { way, kind, locale, brief, id } = message
    if (!way) return { outcome: 'failed', detail: 'the webhook is not known any more' }
    const { title, text, url, ackUrl, severity } = brief
    const body = JSON.stringify({ type: kind, data: { id, title, text, url, ackUrl, severity, locale } })
    return post(message.to.address, body, { id, secret: webhookSecret(way.id, way.secretVersion) }, signal)
  }
}

/**
 * Hands a text message or a call to the operator's own gateway: one contract, described in docs/sms-voice.md. A number
 * that the gateway calls gone is never tried again.
 */
export function gatewaySender(kind: 'sms' | 'voice', gateway: string): Sender {
  return async ({ id, to, brief }, signal) => {
    const body = JSON.stringify({ id, to: to.address, text: spoken(brief), kind, ackUrl: brief.ackUrl })
    return post(gateway, body, { id, secret: webhookSecret(kind, 1) }, signal)
  }
}

async function post(url: string, body: string, { id, secret }: { id: string; secret: string }, signal: AbortSignal) {
  const now = machineNow()
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': id,
    'webhook-id': id,
    'webhook-timestamp': `${Math.floor(now.getTime() / 1000)}`,
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  }
  return httpOutcome(await callOut({ url, method: 'POST', headers, body, signal }), now)
}

/** Two text messages at most; the address comes beside it. */
const LONGEST_TEXT = 280

function spoken({ title, text }: Message['brief']): string {
  const whole = [title, text].filter(Boolean).join('\n')
  return whole.length <= LONGEST_TEXT ? whole : `${whole.slice(0, LONGEST_TEXT - 1).trimEnd()}…`
}
