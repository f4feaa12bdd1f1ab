import type { Tx } from '@/lib/db'
import type { Claimed } from '@/lib/delivery'
import { linkPath, tokenOf } from '@/lib/identity'
import { compose } from '@/lib/notifications'
import { partnersOf } from '@/lib/partners'
import type { Kind } from './kind'
import { mailTo, readerOf } from './reader'

const wanted: Kind['guard'] = async (tx, now, { subjectId }) => {
  const token = await tokenOf(tx, subjectId)
  if (!token || token.usedAt) return 'the link was used or replaced'
  return token.expiresAt > now ? null : 'the link is too old'
}

function aboutLink(kind: 'token.magic_link' | 'token.invitation' | 'token.password_reset'): Kind {
  return {
    guard: wanted,
    async compose(tx, _now, claimed) {
      const reader = await readerOf(tx, claimed)
      const token = await tokenOf(tx, claimed.subjectId)
      if (!reader || !token) return { why: 'there is nothing to tell any more' }
      const { marketplace, person, timeZone, locale } = reader
      const link = reader.url(linkPath(marketplace.slug, token))
      const shared = { marketplace: marketplace.name, reader: person.name, timeZone, link, expiresAt: token.expiresAt }
      const company = await companyName(tx, claimed)
      return mailTo(reader, claimed.address, compose(kind, locale, { ...shared, company }), null)
    },
  }
}

async function companyName(tx: Tx, { partnerId }: Claimed): Promise<string | null> {
  return partnerId ? ((await partnersOf(tx, [partnerId])).get(partnerId)?.name ?? null) : null
}

export const tokenKinds = {
  'token.magic_link': aboutLink('token.magic_link'),
  'token.invitation': aboutLink('token.invitation'),
  'token.password_reset': aboutLink('token.password_reset'),
}
