import { type ReactNode, useId } from 'react'

/**
 * A few more words on hover and on focus. `TipKeys` in the frame lets Escape put it away (WCAG 1.4.13); the words
 * stay while the pointer is on them.
 */
export function Tip({ text, children }: { text: string; children: ReactNode }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the words of a tip must be reachable by keyboard
    <span tabIndex={0} aria-describedby={id} className="has-tip relative inline-block rounded-stamp">
      <span className="underline decoration-control decoration-dotted underline-offset-4">{children}</span>
      <span id={id} role="tooltip" className="tip">
        {text}
      </span>
    </span>
  )
}
