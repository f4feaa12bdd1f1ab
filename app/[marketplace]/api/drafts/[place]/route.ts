import { dropDraft, isPlaceOf, readDraft, saveDraft, saveDraftInput } from '@/lib/drafts'
import { ok, refuse } from '@/lib/foundation/outcome'
import { defineRoute } from '@/lib/web'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/** What one is writing at a place (`new:TOPIC`, `reply:TICKET`, `answer:TICKET` ...): `{draft}`, null where nothing is. */
export const GET = defineRoute({
  side: 'either',
  run: async (actor, _input, { params }) => {
    const place = placeOf(params)
    return isPlaceOf(actor.side, place) ? ok({ draft: await readDraft(actor, place) }) : refuse('not_found')
  },
})

/** `{written, version}` over the version one had: `{version, savedAt}`; 409 `changed_elsewhere` brings `{draft}`. */
export const PUT = defineRoute({
  side: 'either',
  schema: saveDraftInput,
  run: async (actor, input, { params }) => {
    const outcome = await saveDraft(actor, { ...input, place: placeOf(params) })
    if (outcome.ok || !('theirs' in outcome)) return outcome
    const { why, theirs } = outcome
    return Response.json({ why, draft: theirs }, { status: 409, headers: { 'cache-control': 'private, no-store' } })
  },
})

export const DELETE = defineRoute({
  side: 'either',
  run: async (actor, _input, { params }) => dropDraft(actor, placeOf(params)),
})

/** The colon of a place may come as it is or escaped. */
function placeOf(params: Record<string, string>): string {
  return (params.place ?? '').replace(/%3A/i, ':')
}
