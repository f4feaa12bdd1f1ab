import { filesOfTicket, type LinkTarget, linkAttachments } from '@/lib/attachments'
import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { indexText } from './index-text.sql'

/** Ties held files to a message or note and makes the request findable by their names. `ids` come from `holdUploads`. */
export async function linkFiles(
  tx: Tx,
  actor: Pick<Actor, 'marketplaceId' | 'membershipId'>,
  ids: readonly string[],
  target: LinkTarget,
  locale: Locale,
): Promise<void> {
  if (ids.length === 0) return
  await linkAttachments(tx, actor, ids, target)
  const { marketplaceId } = actor
  const { ticketId, partnerId, audience } = target
  const names = (await filesOfTicket(tx, ticketId)).filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  // Both as it stands and by its parts: "feed_march.csv" is looked for by "march" too.
  const text = names.flatMap((name) => [name, name.replace(/[^\p{L}\p{N}]+/gu, ' ')]).join(' ')
  await indexText(tx, { marketplaceId, ticketId, partnerId, audience, locale, text })
}
