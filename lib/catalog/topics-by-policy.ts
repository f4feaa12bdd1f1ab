import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { inLanguage } from './tree'

/** Names of the topics that name an escalation policy of their own, by that policy. Archived ones count: they may come back. */
export async function topicsByPolicy(tx: Tx, locale: Locale): Promise<Map<string, string[]>> {
  const topics = await tx.topic.findMany({ where: { policyId: { not: null } }, include: { texts: true } })
  const found = new Map<string, string[]>()
  for (const { policyId, key, texts } of topics) {
    const names = found.get(policyId as string) ?? []
    found.set(policyId as string, [...names, inLanguage(texts, locale)?.name ?? key])
  }
  for (const names of found.values()) names.sort(new Intl.Collator(locale).compare)
  return found
}
