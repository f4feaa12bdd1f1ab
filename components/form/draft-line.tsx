'use client'

import { buttonClasses } from '@/components/ui/button-classes'
import { classes } from '@/components/ui/classes'
import type { DraftStatus, KeepDraft, Written } from './use-draft'
import { textOf } from './use-draft'

export type DraftWords = Record<
  'saved' | 'here' | 'device_only' | 'signed_out' | 'elsewhere' | 'sent_elsewhere' | 'theirs' | 'take' | 'keep',
  string
>

type DraftLineProps = {
  draft: KeepDraft
  words: DraftWords
  /** Names of the fields whose other text is shown when two differ. */
  fields?: readonly string[]
  /** Stays in sight at the foot of a long form while something has to be known. As a direct child of the form. */
  follows?: boolean
}

const quiet: readonly DraftStatus[] = ['idle', 'saved']

/** "Draft saved", quietly; and when the text was changed in another tab or device, both texts to choose from (4.1.3). */
export function DraftLine({ draft, words, fields = ['subject', 'body'], follows }: DraftLineProps) {
  const { status, theirs } = draft.state
  return (
    <div
      className={classes(
        'min-h-5 text-13 text-ink-2',
        follows && !quiet.includes(status) && 'sticky bottom-0 z-10 border-hairline border-t bg-canvas py-2',
      )}
    >
      <p role="status">{status === 'idle' ? '' : words[status]}</p>
      {theirs ? (
        <div className="mt-2 grid gap-2 rounded-card border border-control bg-surface p-3.5 text-14 text-ink">
          <p className="font-medium">{words.theirs}</p>
          <p className="max-h-48 overflow-auto whitespace-pre-wrap break-words text-ink-2">{shown(theirs, fields)}</p>
          <div className="flex flex-wrap gap-2">
            <button type="button" className={buttonClasses()} onClick={draft.takeTheirs}>
              {words.take}
            </button>
            <button type="button" className={buttonClasses()} onClick={draft.keepMine}>
              {words.keep}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  )
}

function shown(written: Written, fields: readonly string[]): string {
  return fields
    .map((name) => textOf(written, name))
    .filter(Boolean)
    .join('\n\n')
}
