import { type Announce, linkToken, type TokenFact } from '@/lib/identity'

/** Catches what identity announces, as a mailbox would, and makes the links again that its mails would carry. */
export function mailLinks() {
  const facts: TokenFact[] = []
  const announce: Announce = async (_tx, _now, fact) => {
    facts.push(fact)
  }
  const tokenOf = (fact: TokenFact) => linkToken({ id: fact.tokenId, purpose: fact.kind })
  return {
    announce,
    facts,
    /** The secret of the newest link; throws when nothing was announced. */
    newest(): string {
      const fact = facts.at(-1)
      if (!fact) throw new Error('no link was announced')
      return tokenOf(fact)
    },
  }
}
