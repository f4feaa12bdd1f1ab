import webpush from 'web-push'
import { machineNow } from '@/lib/foundation/clock'
import { env } from '@/lib/foundation/env'
import { httpOutcome } from './http-outcome'
import { addressIn } from './mail-sender'
import { callOut } from './outgoing'
import type { Message, Sender } from './schema'

/** How long a push service keeps what a sleeping phone has not fetched, in seconds: an old page is another's by then. */
const PAGE_TTL = 3_600
const TTL = 24 * 3_600
const LONGEST_TITLE = 120
const LONGEST_TEXT = 400
/** Push services take 4,096 bytes, of which encryption needs 103 (RFC 8291, 4). */
const MOST_BYTES = 3_993

/**
 * Rings a browser that subscribed (RFC 8030, 8291, 8292). The Topic is the delivery, so a doubled copy replaces the one
 * that still waits. 404 and 410: the subscription is no more.
 */
export function pushSender(): Sender {
  const { WAYBILL_VAPID_PUBLIC: publicKey, WAYBILL_VAPID_PRIVATE: privateKey, MAIL_FROM } = env()
  return async (message, signal) => {
    if (!publicKey || !privateKey) return { outcome: 'failed', detail: 'web push has no keys here' }
    const keys = keysOf(message.way?.config)
    if (!keys) return { outcome: 'failed', detail: 'the browser’s keys are not known' }
    const now = machineNow()
    const request = encrypted({ endpoint: message.to.address, keys }, message, {
      subject: `mailto:${addressIn(MAIL_FROM)}`,
      publicKey,
      privateKey,
    })
    if (!request) return { outcome: 'failed', detail: 'the browser’s keys cannot be used' }
    const ended = await callOut({ url: request.endpoint, method: 'POST', ...request, signal })
    return httpOutcome(ended, now, [404, 410])
  }
}

type Keys = { p256dh: string; auth: string }
type Vapid = { subject: string; publicKey: string; privateKey: string }

function keysOf(config: Readonly<Record<string, unknown>> | undefined): Keys | null {
  const { p256dh, auth } = (config?.keys ?? {}) as Partial<Keys>
  return typeof p256dh === 'string' && typeof auth === 'string' ? { p256dh, auth } : null
}

function encrypted(subscription: { endpoint: string; keys: Keys }, message: Message, vapidDetails: Vapid) {
  try {
    const { endpoint, headers, body } = webpush.generateRequestDetails(subscription, pushPayload(message), {
      vapidDetails,
      TTL: message.brief.severity ? PAGE_TTL : TTL,
      urgency: 'high',
      topic: message.id.replaceAll('-', ''),
    })
    const texts = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), `${value}`])
    return { endpoint, headers: Object.fromEntries(texts) as Record<string, string>, body: body ?? Buffer.alloc(0) }
  } catch {
    return null
  }
}

/** What a browser is sent, short enough for every push service: a letter may need four bytes, and every word stands there twice. */
export function pushPayload(message: Message): string {
  for (let longest = LONGEST_TEXT; ; longest = Math.floor(longest / 2)) {
    const text = payload(message, longest)
    if (Buffer.byteLength(text) <= MOST_BYTES || longest < 10) return text
  }
}

/**
 * What the service worker reads, and beside it the same as a declarative message (`web_push: 8030`), which Safari shows by
 * itself even when no service worker runs.
 */
function payload({ id, locale, brief }: Message, longest: number): string {
  const { url, ackUrl, severity, labels } = brief
  const title = shortened(brief.title, LONGEST_TITLE)
  const text = shortened(brief.text, longest)
  const take = ackUrl ? [{ action: 'take', title: labels.take, navigate: url }] : []
  return JSON.stringify({
    web_push: 8030,
    mutable: true,
    notification: {
      title,
      body: text,
      lang: locale,
      tag: id,
      navigate: url,
      silent: false,
      require_interaction: severity !== null,
      actions: [...take, { action: 'open', title: labels.open, navigate: url }],
      data: { id, url, ackUrl, severity, locale },
    },
    id,
    title,
    text,
    url,
    ackUrl,
    severity,
    locale,
  })
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`
}
