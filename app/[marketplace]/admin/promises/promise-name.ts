import { useTranslations } from 'next-intl'
import type { PromiseRow } from '@/lib/sla'

const tiers = ['standard', 'plus', 'key'] as const

/** A marketplace may name tiers of its own; those stand as it wrote them. */
export function useTierName(): (tier: string) => string {
  const t = useTranslations('desk.partner.tiers')
  return (tier) => {
    const known = tiers.find((one) => one === tier)
    return known ? t(known) : tier
  }
}

/** For which requests a promise is: "Feed import · high priority · tier Key account". */
export function usePromiseName(): (promise: Pick<PromiseRow, 'topic' | 'priority' | 'tier'>) => string {
  const t = useTranslations('promises.for')
  const tierName = useTierName()
  return ({ topic, priority, tier }) => {
    const parts = [
      ...(topic ? [topic] : []),
      ...(priority ? [t('priority', { priority })] : []),
      ...(tier ? [t('tier', { tier: tierName(tier) })] : []),
    ]
    if (parts.length === 0) return t('every')
    const name = parts.join(' · ')
    return name.charAt(0).toLocaleUpperCase() + name.slice(1)
  }
}
