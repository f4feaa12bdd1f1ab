'use client'

import { buttonClasses } from './button-classes'

export type CrashWords = { title: string; text: string; again: string; quote: string }

/** `inFrame`: the frame around it stands and is the page's `main`. A page that failed: what happened, what is safe, what to do, and the number that the log line carries too. */
export function Crash(props: { words: CrashWords; digest?: string; retry: () => void; inFrame?: boolean }) {
  const { words, digest, retry, inFrame } = props
  const Place = inFrame ? 'div' : 'main'
  return (
    <Place
      id={inFrame ? undefined : 'content'}
      className="mx-auto grid min-h-[60dvh] max-w-form content-center gap-4 px-4 py-10"
    >
      <h1 className="text-26">{words.title}</h1>
      <p className="text-ink-2">{words.text}</p>
      {digest ? (
        <p className="text-14 text-ink-2">
          {words.quote}: <code className="rounded-stamp border border-hairline px-1 font-mono">{digest}</code>
        </p>
      ) : null}
      <p>
        <button type="button" onClick={retry} className={buttonClasses('primary')}>
          {words.again}
        </button>
      </p>
    </Place>
  )
}
