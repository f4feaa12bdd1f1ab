import { sweepTemporaryFiles } from '@/lib/attachments'
import { after, DAY } from '@/lib/foundation/clock'
import { log } from '@/lib/foundation/log'

/** What may be swept up once an hour; failing at it is no reason to stop paging. */
export async function tidy(now: Date): Promise<void> {
  try {
    await sweepTemporaryFiles(after(now, -DAY))
  } catch (error) {
    log.warn({ err: error }, 'temporary files could not be swept')
  }
}
