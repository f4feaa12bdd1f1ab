import type { Marked } from '@/lib/tickets/schema'

/** A text with what was looked for set apart, by weight as well as by ground. */
export function MarkedText({ pieces }: { pieces: Marked }) {
  return pieces.map(({ text, hit }, place) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text are rendered on the server and never move
      <mark key={place} className="rounded-stamp bg-status-wait-soft font-strong text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
