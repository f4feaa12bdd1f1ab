import type { Actor } from '@/lib/authz'
import { settingsOf } from '@/lib/marketplace'
import { asActor } from '@/lib/tenancy'
import { MOST_FILES } from './schema'

/** What a form tells before anything is sent (003-13): bytes of one file, bytes of one message, and how many files. */
export async function uploadLimits(actor: Actor): Promise<{ each: number; total: number; count: number }> {
  const settings = await asActor(actor, (tx) => settingsOf(tx, actor.marketplaceId))
  return { each: Number(settings.fileBytes), total: Number(settings.messageBytes), count: MOST_FILES }
}
