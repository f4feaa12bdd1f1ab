import { newId } from '@/lib/foundation/ids'
import { log } from '@/lib/foundation/log'
import { locales, translatorFor } from '@/lib/i18n'
import { asWorker } from '@/lib/tenancy'
import { claimOf } from '@/lib/tickets'

/**
 * Does what is slow only the first time (opening the pool, loading the query compiler and the texts) before the worker says
 * that it is ready: the first page after a restart must not wait for it.
 */
export async function warmUp(): Promise<void> {
  for (const locale of locales) translatorFor(locale, 'mail')('greeting', { name: '' })
  try {
    // A marketplace that does not exist: row security shows nothing, and nothing is what is asked for.
    await asWorker(newId(), (tx) => claimOf(tx, newId()))
  } catch (error) {
    log.warn({ err: error }, 'the worker could not warm up')
  }
}
