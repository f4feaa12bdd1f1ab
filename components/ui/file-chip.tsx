import type { MouseEvent, ReactNode } from 'react'
import { classes } from './classes'
import { DownloadIcon, FileIcon } from './icons'
import { Progress } from './progress'

export type FileChipProps = {
  name: string
  /** Already written: "412 kB". */
  size?: string
  /** Its scan, or what became of the upload, in a word. */
  state?: { word: string; tone: 'good' | 'busy' | 'bad' }
  /** Where it can be fetched; without it the chip is no link. */
  href?: string
  /** What a click does in place of fetching it. */
  onOpen?: (event: MouseEvent<HTMLAnchorElement>) => void
  /** Label of the link for a screen reader ("Download log.txt"). */
  label?: string
  /** 0 to 100 while it is being sent, with what a screen reader should call it. */
  progress?: { percent: number; label: string }
  /** A button, e.g. "Remove" or "Try again". */
  action?: ReactNode
}

const states = { good: 'text-status-done', busy: 'text-ink-2', bad: 'text-status-urgent font-medium' }

export function FileChip({ name, size, state, href, onOpen, label, progress, action }: FileChipProps) {
  const inside = (
    <>
      {href ? <DownloadIcon className="size-4 text-ink-2" /> : <FileIcon className="size-4 text-ink-2" />}
      <span className="min-w-0 break-all">{name}</span>
      <span className="shrink-0 text-ink-3 text-13">
        {size}
        {size && state ? ' · ' : ''}
        {state ? <span className={states[state.tone]}>{state.word}</span> : null}
      </span>
    </>
  )
  const line = 'flex min-h-9 min-w-0 flex-1 items-center gap-2 text-14 desk:min-h-8 desk:text-13'
  return (
    <span className="inline-grid max-w-full rounded-control border border-control bg-surface px-2.5">
      <span className="flex items-center gap-1">
        {href ? (
          <a
            href={href}
            aria-label={label}
            download
            onClick={onOpen}
            className={classes(line, 'no-underline hover:underline')}
          >
            {inside}
          </a>
        ) : (
          <span className={line}>{inside}</span>
        )}
        {action}
      </span>
      {progress ? <Progress label={progress.label} value={progress.percent} /> : null}
    </span>
  )
}
