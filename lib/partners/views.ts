import type { PartnerActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales'
import { asPartner } from '@/lib/tenancy'

export type Partner = {
  id: string
  name: string
  locale: Locale
  timeZone: string
  tier: string
  lifecycle: string
  /** Whether members read their colleagues' requests (decision 9). */
  membersSeeAll: boolean
  consultantId: string | null
}

/** Companies by id; on a partner's side only its own. */
export async function partnersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Partner>> {
  if (ids.length === 0) return new Map()
  const partners = await tx.partner.findMany({ where: { id: { in: [...new Set(ids)] } } })
  return new Map(
    partners.map(({ id, name, locale, timeZone, tier, lifecycle, membersSeeAll, consultantId }) => [
      id,
      {
        id,
        name,
        locale: isLocale(locale) ? locale : defaultLocale,
        timeZone,
        tier,
        lifecycle,
        membersSeeAll,
        consultantId,
      },
    ]),
  )
}

/** @throws when row security shows no such company: whoever asks has just read a row that belongs to it. */
export async function partnerOf(tx: Tx, id: string): Promise<Partner> {
  const partner = (await partnersOf(tx, [id])).get(id)
  if (!partner) throw new Error('a company that is referred to is not to be seen')
  return partner
}

/** The tiers that companies of this marketplace are in. Staff only: a partner sees its own. */
export async function tiersOf(tx: Tx): Promise<string[]> {
  const rows = await tx.partner.groupBy({ by: ['tier'], orderBy: { tier: 'asc' } })
  return rows.map(({ tier }) => tier)
}

/** The company that somebody acts for. */
export async function companyOf(actor: PartnerActor): Promise<Partner> {
  return asPartner(actor, (tx) => partnerOf(tx, actor.partnerId))
}
