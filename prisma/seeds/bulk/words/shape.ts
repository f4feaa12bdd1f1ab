/** What invented requests of one language are put together from. {p} is a product with a trait, {b} a brand, {n} a number. */
export type Words = {
  subjects: readonly string[]
  /** What a seller writes first. */
  asks: readonly string[]
  /** What she writes later. */
  replies: readonly string[]
  answers: readonly string[]
  /** What an agent asks for before she can answer. */
  questions: readonly string[]
  products: readonly string[]
  traits: readonly string[]
  comments: readonly string[]
  firstNames: readonly string[]
  lastNames: readonly string[]
  /** How an invented company calls its trade. */
  trades: readonly string[]
  /** "{p}" is made of both, in the order of the language. */
  named: (product: string, trait: string) => string
}
