export * from './form-schema'
export { searchTopics } from './search-topics'

/* What a topic picker works with. Safe in the browser. */

/** `own`: name and synonyms in the viewer's language, `other`: in all the others; searched, never shown. */
export type TopicChoice = {
  id: string
  key: string
  name: string
  help: string
  urgent: boolean
  /** Only companies whose integration is live may ask here (000-02). */
  liveOnly: boolean
  /** Place among the suggested themes (004-07), 1 first; null: not suggested. */
  suggested: number | null
  own: string[]
  other: string[]
}

export type CategoryBranch = { id: string; key: string; name: string; topics: TopicChoice[] }

export type FoundTopic = { topic: TopicChoice; category: { id: string; name: string } }

/** What a list says of a topic. */
export type TopicLabel = { id: string; name: string; categoryName: string; urgent: boolean }
