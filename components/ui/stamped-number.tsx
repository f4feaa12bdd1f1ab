import { classes } from './classes'
import { CopyButton } from './copy-button'

type StampProps = {
  children: string
  /** `large` is the confirmation's stamp: the number somebody will quote. */
  size?: 'small' | 'large'
  /** Words of the copy button; without them there is none. */
  copy?: { label: string; done: string }
}

/** A ticket's number (NV-2041) as stamped on a shipping paper. */
export function StampedNumber({ children, size = 'small', copy }: StampProps) {
  const stamp = (
    <span
      translate="no"
      className={classes(
        'inline-block whitespace-nowrap rounded-stamp font-mono tabular-nums',
        size === 'small'
          ? 'border border-hairline bg-surface px-1 text-12 text-ink-2'
          : 'border-2 border-brand px-3 py-1.5 font-strong text-26 text-brand outline-1 outline-brand -outline-offset-5',
      )}
    >
      {children}
    </span>
  )
  if (!copy) return stamp
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {stamp}
      <CopyButton text={children} label={copy.label} done={copy.done} />
    </span>
  )
}
