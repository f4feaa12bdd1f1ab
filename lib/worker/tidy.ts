import { sweepTemporaryFiles } from '@/lib/attachments'
import { sweepDrafts } from '@/lib/drafts'
import { after, DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { log } from '@/lib/foundation/log'
import { marketplaceIds } from '@/lib/marketplace'
import { refreshHolidays } from '@/lib/sla'
import { asWorker } from '@/lib/tenancy'

/** What may be swept up once an hour; failing at it is no reason to stop paging. */
export async function tidy(now: Date): Promise<void> {
  await trying('temporary files could not be swept', () => sweepTemporaryFiles(after(now, -DAY)))
  await trying('old drafts could not be swept', async () => {
    // A marketplace that does not exist: the list of them belongs to none.
    for (const id of await asWorker(newId(), marketplaceIds)) await sweepDrafts(id)
  })
  await trying('holidays of coming years could not be added', async () => {
    for (const id of await asWorker(newId(), marketplaceIds)) await refreshHolidays(id)
  })
}

async function trying(failed: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.warn({ err: error }, failed)
  }
}
