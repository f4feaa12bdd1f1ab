import { receiveHeartbeat } from '@/lib/alerts'
import { defineMachineRoute } from '@/lib/web'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/** "Still alive": any job can say so with one GET or POST to its secret address. 202, or 401 and 429 with {why}. */
const beat = defineMachineRoute(({ marketplace, place, params }) =>
  receiveHeartbeat({ marketplaceId: marketplace.id, token: params.token ?? '', place }),
)

export const GET = beat
export const POST = beat
