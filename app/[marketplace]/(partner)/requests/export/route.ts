import { dispositionOf } from '@/lib/attachments'
import { machineNow } from '@/lib/foundation/clock'
import { csvStream } from '@/lib/foundation/csv'
import { exportTickets } from '@/lib/tickets'
import { defineRoute } from '@/lib/web'
import { readAsked } from '../asked'
import { csvHeader, csvRows } from './csv-rows'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/** The list as a file: the address says what it holds, as that of the page does, but all pages of it. */
export const GET = defineRoute({
  side: 'partner',
  run: async (actor, _input, { request, viewer }) => {
    const asked = readAsked(Object.fromEntries(new URL(request.url).searchParams))
    const { locale, timeZone: zone } = viewer
    const { header, fileName } = csvHeader(viewer, machineNow())
    const rows = csvRows(viewer, exportTickets(actor, { ...asked, locale, zone }))
    return new Response(csvStream(locale, header, rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': dispositionOf(fileName),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  },
})
