import { type Download, dispositionOf, openDownload, withdrawUpload } from '@/lib/attachments'
import { previewOf } from '@/lib/attachments/schema'
import { readsTicket } from '@/lib/tickets'
import { defineRoute } from '@/lib/web'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/**
 * Hands out a file, or the part a player asks for (Range), to who may read it at this moment; absent and foreign are the
 * same 404. With `?show` a PDF opens in the browser's own reader; whatever else is asked for is saved.
 */
export const GET = defineRoute({
  side: 'either',
  run: async (actor, _input, { params, request }) => {
    const outcome = await openDownload(actor, params.id ?? '', readsTicket(actor), request.headers.get('range'))
    if (outcome.ok) return download(outcome.value, new URL(request.url).searchParams.has('show'))
    if (outcome.why !== 'bad_range') return outcome
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${outcome.details?.bytes}` } })
  },
})

/** Takes back an upload that was not sent with a message yet. */
export const DELETE = defineRoute({
  side: 'either',
  run: (actor, _input, { params }) => withdrawUpload(actor, params.id ?? ''),
})

/**
 * Nothing that a stranger sent may run or be guessed at in our own origin: saved and sandboxed, but for a PDF that the
 * reader asked to see, which a sandbox would keep the browser's reader from showing.
 */
function download({ stream, bytes, range, fileName, mediaType }: Download, show: boolean): Response {
  const shown = show && previewOf(mediaType) === 'pdf'
  return new Response(stream, {
    status: range ? 206 : 200,
    headers: {
      'content-type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
      'content-length': String(range ? range.to - range.from + 1 : bytes),
      ...(range ? { 'content-range': `bytes ${range.from}-${range.to}/${bytes}` } : {}),
      'accept-ranges': 'bytes',
      'content-disposition': dispositionOf(fileName, shown ? 'inline' : 'attachment'),
      'content-security-policy': shown ? "default-src 'none'" : "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
