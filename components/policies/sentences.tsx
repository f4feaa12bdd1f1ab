/** A policy as it is read: one sentence a line, the order is the order in which things happen. */
export function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ol className="grid max-w-prose gap-2.5">
      {sentences.map((sentence, place) => {
        const [when, ...rest] = sentence.split(': ')
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is its place; two steps may read the same
          <li key={place} className="relative border-hairline border-l-2 pl-3.5">
            {rest.length > 0 ? (
              <>
                <b className="font-strong">{when}:</b> {rest.join(': ')}
              </>
            ) : (
              sentence
            )}
          </li>
        )
      })}
    </ol>
  )
}
