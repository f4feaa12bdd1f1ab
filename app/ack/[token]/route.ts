import {
  acknowledge,
  acknowledgeBundle,
  acknowledgeBundled,
  actorBehind,
  bundleBehind,
  nightPage,
  passOn,
} from '@/lib/escalation'
import { errorId } from '@/lib/foundation/ids'
import { log } from '@/lib/foundation/log'
import { defaultLocale, type Locale, whichLocale } from '@/lib/i18n'
import { bundleHtml } from './bundle-html'
import { busyHtml, goneHtml, type NightDocument } from './night-document'
import { nightHtml } from './night-html'

/*
 * The night page: plain HTML for whoever was woken, without a cookie or a script. Looking changes nothing (mail scanners
 * follow links); the POST is authorized by its token alone, so a foreign or missing Origin does not matter. The link of a
 * message that named several runs shows all of them; with `?one` only the one that lent it its link.
 */
export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

type Route = { params: Promise<{ token: string }> }

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { token } = await params
  return answered(request, async () => {
    const bundle = isOne(request) ? null : await bundleBehind(token)
    if (bundle && bundle.runs.length > 1) return html(200, bundleHtml(bundle))
    const page = await nightPage(token)
    return page ? html(200, nightHtml(page)) : gone(request)
  })
}

export async function POST(request: Request, { params }: Route): Promise<Response> {
  const { token } = await params
  return answered(request, async () => {
    const pressed = await pressedIn(request)
    const bundle = isOne(request) ? null : await bundleBehind(token)
    const behind = bundle ?? (await actorBehind(token))
    if (!behind) return gone(request)
    if (bundle && bundle.runs.length > 1) await pressBundle(token, pressed)
    else await press(token, pressed)
    // Whatever came of it, the page shows how things stand now.
    const location = `/ack/${token}${isOne(request) ? '?one' : ''}`
    return new Response(null, { status: 303, headers: { ...common, location } })
  })
}

async function press(token: string, pressed: Pressed | null): Promise<void> {
  const behind = await actorBehind(token)
  if (!behind) return
  const { actor, escalationId } = behind
  if (pressed?.act === 'take') await acknowledge(actor, { escalationId })
  if (pressed?.act === 'pass') await passOn(actor, { escalationId, asOf: pressed.asOf })
}

/** One line of it, or all of it at once. */
async function pressBundle(token: string, pressed: Pressed | null): Promise<void> {
  if (pressed?.act === 'take') await acknowledgeBundle(token)
  if (pressed?.act === 'take_one') await acknowledgeBundled(token, pressed.escalationId)
}

function isOne(request: Request): boolean {
  return new URL(request.url).searchParams.has('one')
}

/** A form of two short fields; anything longer is not ours. */
const LONGEST_FORM = 500

type Pressed =
  | { act: 'take' }
  | { act: 'take_one'; escalationId: string }
  | { act: 'pass'; asOf: { epoch: number; loop: number; step: number } }

async function pressedIn(request: Request): Promise<Pressed | null> {
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > LONGEST_FORM) return null
  const form = new URLSearchParams(await request.text())
  const run = form.get('run')
  if (run && /^[\da-f-]{36}$/i.test(run)) return { act: 'take_one', escalationId: run }
  if (form.get('act') === 'take') return { act: 'take' }
  const place = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(form.get('place') ?? '')
  if (form.get('act') !== 'pass' || !place) return null
  const [epoch, loop, step] = place.slice(1).map(Number) as [number, number, number]
  return { act: 'pass', asOf: { epoch, loop, step } }
}

/** A page that fails at night says so, in words, and tries again by itself. */
async function answered(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const id = errorId()
    log.error({ err: error, id }, 'the night page failed')
    return html(503, busyHtml(languageOf(request), id), { 'retry-after': '5' })
  }
}

function gone(request: Request): Response {
  return html(404, goneHtml(languageOf(request)))
}

function languageOf(request: Request): Locale {
  return whichLocale(undefined, request.headers.get('accept-language')) ?? defaultLocale
}

const common = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

function html(
  status: number,
  { body, styleHash, refresh }: NightDocument,
  more: Record<string, string> = {},
): Response {
  return new Response(body, {
    status,
    headers: {
      ...common,
      ...more,
      ...(refresh !== null && { refresh: `${refresh}` }),
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  })
}
