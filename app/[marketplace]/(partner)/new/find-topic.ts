import type { CategoryBranch, FoundTopic } from '@/lib/catalog/schema'

/** The topic that an address names by its key or its id, with its category; undefined when there is none such. */
export function findTopic(branches: readonly CategoryBranch[], wanted: unknown): FoundTopic | undefined {
  for (const { id, name, topics } of branches) {
    const topic = topics.find((each) => each.key === wanted || each.id === wanted)
    if (topic) return { topic, category: { id, name } }
  }
  return undefined
}
