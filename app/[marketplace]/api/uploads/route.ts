import { receiveUpload } from '@/lib/attachments'
import { defineRoute } from '@/lib/web'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/**
 * Takes one file for a message that is still being written (003-11, 003-13): multipart, one part. 201 with what became
 * of it; a refusal says why. The body is read here and only here: proxy.ts keeps out of the way (it would cut it).
 */
export const POST = defineRoute({
  side: 'either',
  run: async (actor, _input, { request }) => {
    const outcome = await receiveUpload(actor, request)
    if (!outcome.ok) return outcome
    return Response.json({ file: outcome.value }, { status: 201, headers: { 'cache-control': 'private, no-store' } })
  },
})
