import type { ArticleBlock } from './schema'

/**
 * What the plain text of an article consists of: "## " begins a heading, "- " an item, blank lines part paragraphs.
 * Everything else is text and stays text: nothing of it is ever read as HTML.
 */
export function articleBlocks(body: string): ArticleBlock[] {
  const blocks: ArticleBlock[] = []
  let open: ArticleBlock | undefined
  const begin = (block: ArticleBlock) => {
    blocks.push(block)
    open = block.kind === 'heading' ? undefined : block
  }
  for (const line of body.split(/\r?\n/).map((text) => text.trim())) {
    if (line === '') open = undefined
    else if (line.startsWith('## ')) begin({ kind: 'heading', text: line.slice(3).trim() })
    else if (line.startsWith('- ')) {
      const item = line.slice(2).trim()
      if (open?.kind === 'list') open.items.push(item)
      else begin({ kind: 'list', items: [item] })
    } else if (open?.kind === 'paragraph') open.text += ` ${line}`
    // A line that goes on under an item belongs to it.
    else if (open?.kind === 'list') open.items.push(`${open.items.pop()} ${line}`)
    else begin({ kind: 'paragraph', text: line })
  }
  return blocks
}
