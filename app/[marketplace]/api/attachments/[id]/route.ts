import { type Download, dispositionOf, openDownload } from '@/lib/attachments'
import { readsTicket } from '@/lib/tickets'
import { defineRoute } from '@/lib/web'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/** Hands out a file to who may read it at this moment; absent and foreign are the same 404. */
export const GET = defineRoute({
  side: 'either',
  run: async (actor, _input, { params }) => {
    const outcome = await openDownload(actor, params.id ?? '', readsTicket(actor))
    return outcome.ok ? download(outcome.value) : outcome
  },
})

/** Saved, never shown: nothing that a stranger sent may run or be guessed at in our own origin. */
function download({ stream, bytes, fileName, mediaType }: Download): Response {
  return new Response(stream, {
    headers: {
      'content-type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
      'content-length': String(bytes),
      'content-disposition': dispositionOf(fileName),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
