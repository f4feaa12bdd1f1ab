type Param = string | string[] | undefined
export type NewParams = Record<'topic' | 'q' | 'follows' | 'like' | 'from' | 'subject', Param>

/** What the address of a new request says, each once and no longer than it can be. */
export type Asked = {
  topic: string
  /** Looked for among the topics. */
  query: string
  /** The completed request that this one follows, and one whose lasting answers it takes over; numbers. */
  follows: string
  like: string
  /** The topic whose unsent text comes along. */
  from: string
  subject: string
}

/** Reads an address: what is missing, given twice or no text is ''. */
export function askedIn(params: NewParams): Asked {
  const one = (value: Param) => (typeof value === 'string' ? value.slice(0, 200) : '')
  const { topic, q, follows, like, from, subject } = params
  return {
    topic: one(topic),
    query: one(q),
    follows: one(follows),
    like: one(like),
    from: one(from),
    subject: one(subject),
  }
}

/** What goes along from the choice of a topic to its form. */
export function carried({ follows, like, from }: Asked): Record<string, string> {
  return Object.fromEntries(Object.entries({ follows, like, from }).filter(([, value]) => value !== ''))
}
