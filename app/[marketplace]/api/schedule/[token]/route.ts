import { refuse } from '@/lib/foundation/outcome'
import { calendarFeed } from '@/lib/oncall'
import { defineRoute } from '@/lib/web'

export const dynamic = 'force-dynamic'

/**
 * Who is on call, for a calendar program that cannot sign in: the address is its secret, and it only ever reads. One that
 * was replaced, or whose owner has left, is not found.
 */
export const GET = defineRoute({
  side: 'anyone',
  run: async (_caller, _input, { marketplace, params }) => {
    const text = await calendarFeed(marketplace.id, params.token ?? '')
    if (text === null) return refuse('not_found')
    return new Response(text, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="on-call.ics"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  },
})
