import type { Announce } from '@/lib/identity'
import { planMails } from './plan-mails'

/** Mails a link that identity has made: the row's id travels, never the secret, which is made again when it is sent. */
export const announceToken: Announce = (tx, now, { kind, tokenId, membershipId, marketplaceId, partnerId }) =>
  planMails(tx, now, {
    marketplaceId,
    kind: `token.${kind}`,
    subjectKind: 'token',
    subjectId: tokenId,
    partnerId,
    factId: tokenId,
    recipientIds: [membershipId],
    payload: {},
  })
