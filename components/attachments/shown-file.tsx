'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import type { GalleryFile, GalleryWords } from './file-gallery'

type ShownProps = { file: GalleryFile; words: GalleryWords; active: boolean }

/** One file in the viewer that is no picture. Only the one in front is fetched, and a recording stops when it is left. */
export function ShownFile({ file, words, active }: ShownProps) {
  if (file.preview === 'video') return active ? <Recording file={file} words={words} /> : null
  if (file.preview === 'text') return active ? <TextStart file={file} words={words} /> : null
  return (
    <Sheet>
      <p className="break-all font-medium">{file.name}</p>
      {file.preview === 'pdf' ? (
        <a href={`${file.href}?show`} target="_blank" rel="noreferrer" className={buttonClasses('primary')}>
          {words.newTab}
        </a>
      ) : (
        <p>{words.notShown}</p>
      )}
      <Download file={file} words={words} />
    </Sheet>
  )
}

function Recording({ file, words }: Omit<ShownProps, 'active'>) {
  const [broken, setBroken] = useState(false)
  if (broken)
    return (
      <Sheet>
        <p>{words.notShown}</p>
        <Download file={file} words={words} />
      </Sheet>
    )
  return (
    // biome-ignore lint/a11y/useMediaCaption: what partners record of their screens has no captions
    <video
      src={file.href}
      aria-label={file.name}
      controls
      playsInline
      preload="metadata"
      onError={() => setBroken(true)}
      className="max-h-[80dvh] max-w-[92vw] bg-rail"
    />
  )
}

/** How many bytes of a text are shown. */
const START = 65_536

type Fetched = { text: string; whole: boolean } | 'loading' | 'failed'

function TextStart({ file, words }: Omit<ShownProps, 'active'>) {
  const [fetched, set] = useState<Fetched>('loading')
  useEffect(() => {
    const stop = new AbortController()
    startOf(file.href, stop.signal).then(set, () => {
      if (!stop.signal.aborted) set('failed')
    })
    return () => stop.abort()
  }, [file.href])
  if (fetched === 'loading' || fetched === 'failed')
    return (
      <Sheet>
        <p role="status">{fetched === 'loading' ? words.loading : words.notLoaded}</p>
        {fetched === 'failed' ? <Download file={file} words={words} /> : null}
      </Sheet>
    )
  return (
    <Sheet wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="max-h-[65dvh] overflow-auto whitespace-pre text-left font-mono text-13">
        {fetched.text}
      </pre>
      {fetched.whole ? null : <p className="text-14">{words.cut}</p>}
      <Download file={file} words={words} />
    </Sheet>
  )
}

async function startOf(href: string, signal: AbortSignal): Promise<Fetched> {
  const answer = await fetch(href, { signal, headers: { range: `bytes=0-${START - 1}` } })
  if (!answer.ok) return 'failed'
  const bytes = await answer.arrayBuffer()
  const total = Number(answer.headers.get('content-range')?.split('/')[1] ?? bytes.byteLength)
  const head = new Uint8Array(bytes)
  const wide =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : ''
  return { text: new TextDecoder(wide || 'utf-8').decode(bytes), whole: total <= bytes.byteLength }
}

function Download({ file, words }: Omit<ShownProps, 'active'>) {
  return (
    <a href={file.href} download className={buttonClasses()}>
      {words.download}
    </a>
  )
}

function Sheet({ children, wide }: { children: ReactNode; wide?: boolean }) {
  return (
    <div
      className={`grid justify-items-center gap-4 rounded-sheet bg-surface p-6 text-center text-ink ${wide ? 'w-[min(60rem,92vw)] justify-items-stretch' : 'max-w-[min(28rem,92vw)]'}`}
    >
      {children}
    </div>
  )
}
