import type { ReactNode } from 'react'
import { classes } from './classes'
import { PersonLine } from './person-line'

type EntryProps = {
  /** Whose words: the other side, the reader's own, or an internal note (a different shape, not only a colour). */
  side: 'theirs' | 'ours' | 'note'
  name: string
  /** Company, time: what stands beside the name. */
  about?: ReactNode
  /** Language of the text when it is known: threads mix languages (WCAG 3.1.2). */
  lang?: string
  /** The text; line breaks are kept. */
  children: ReactNode
  files?: ReactNode
}

const bodies = {
  theirs: 'border-hairline border-l-2 pl-3.5',
  ours: 'border-brand border-l-2 pl-3.5',
  note: 'rounded-r-control border-note border-l-2 border-dashed bg-note-soft px-3.5 py-2.5 [border-left-width:3px]',
}

/** One message of a thread. */
export function Entry({ side, name, about, lang, children, files }: EntryProps) {
  return (
    <article className="grid max-w-prose gap-1">
      <div className={side === 'note' ? 'text-note' : undefined}>
        <PersonLine name={name}>{about}</PersonLine>
      </div>
      <div lang={lang} className={classes('whitespace-pre-wrap break-words', bodies[side])}>
        {children}
        {files ? <div className="mt-2 flex flex-wrap items-start gap-2 whitespace-normal">{files}</div> : null}
      </div>
    </article>
  )
}
