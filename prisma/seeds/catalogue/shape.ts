import type { Locale } from '@/lib/i18n/locales'

export type TopicText = { name: string; help: string; synonyms: string }

/** `team` is the key of the team it is routed to; `minutes` of business time until the first answer. */
export type TopicSeed = {
  key: string
  team: 'catalogue' | 'finance' | 'technical' | 'logistics' | 'care'
  minutes: number
  urgent?: true
  /** Only companies whose integration is live may ask here (000-02). */
  liveOnly?: true
  /** Place among the suggested themes (004-07). */
  suggested?: number
  /** Key of its form (forms.ts); without one, subject, text and files alone are asked. */
  form?: string
  texts: Record<Locale, TopicText>
}

export type CategorySeed = { key: string; names: Record<Locale, string>; topics: TopicSeed[] }

/** Name, help line, and other words people use for it (commas between). */
export function words(name: string, help: string, synonyms: string): TopicText {
  return { name, help, synonyms }
}
