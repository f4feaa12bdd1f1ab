import type { ArticleBlock } from '@/lib/articles/schema'

/** An article as headings, paragraphs and lists. Its text is text: nothing in it is ever read as HTML. */
export function ArticleBody({ blocks, lang }: { blocks: readonly ArticleBlock[]; lang: string }) {
  return (
    <div lang={lang} className="grid gap-3">
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no names of their own and never move
        <Block key={place} block={block} />
      ))}
    </div>
  )
}

function Block({ block }: { block: ArticleBlock }) {
  if (block.kind === 'heading') return <h2 className="mt-3 font-strong text-20">{block.text}</h2>
  if (block.kind === 'paragraph') return <p>{block.text}</p>
  return (
    <ul className="grid list-disc gap-1.5 pl-5 marker:text-ink-3">
      {block.items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
