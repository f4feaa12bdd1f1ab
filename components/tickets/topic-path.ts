/** "Finance / Payout is wrong"; only once where a category and its one topic are called the same. */
export function topicPath({ categoryName, name }: { categoryName: string; name: string }): string {
  return categoryName === name ? name : `${categoryName} / ${name}`
}
