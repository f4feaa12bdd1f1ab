'use client'

import { lazy, type MouseEvent, Suspense, useRef, useState } from 'react'
import { FileChip } from '@/components/ui/file-chip'
import type { Preview } from '@/lib/attachments/schema'

/** `small`: a picture that may be fetched without being asked for. `size` is written already. */
export type GalleryFile = { id: string; name: string; size: string; small: boolean; preview: Preview; href: string }

/** `place` is a pattern with {index} and {total}. */
export type GalleryWords = Record<
  | 'gallery'
  | 'previous'
  | 'next'
  | 'close'
  | 'zoomIn'
  | 'zoomOut'
  | 'download'
  | 'newTab'
  | 'notShown'
  | 'loading'
  | 'notLoaded'
  | 'cut'
  | 'place',
  string
>

const FileViewer = lazy(() => import('./file-viewer'))

/**
 * The files of one message. Each is a plain link that saves it; with script a click opens the viewer over the page, which
 * is only loaded then. A click with a key that means "elsewhere" stays the browser's.
 */
export function FileGallery({ files, words }: { files: readonly GalleryFile[]; words: GalleryWords }) {
  const [shown, show] = useState<number | null>(null)
  const opener = useRef<HTMLElement>(null)
  const open = (index: number) => (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    opener.current = event.currentTarget
    show(index)
  }
  return (
    <>
      {files.map((file, index) => (
        <FileLink key={file.id} file={file} open={open(index)} />
      ))}
      {shown === null ? null : (
        <Suspense fallback={null}>
          <FileViewer
            files={files}
            first={shown}
            words={words}
            close={() => {
              show(null)
              opener.current?.focus()
            }}
          />
        </Suspense>
      )}
    </>
  )
}

type LinkProps = { file: GalleryFile; open: (event: MouseEvent<HTMLAnchorElement>) => void }

function FileLink({ file, open }: LinkProps) {
  if (file.preview !== 'image' || !file.small)
    return <FileChip name={file.name} size={file.size} href={file.href} onOpen={open} />
  return (
    <a
      href={file.href}
      download
      onClick={open}
      className="grid w-32 gap-1 rounded-control border border-control bg-surface p-1 text-13 no-underline hover:border-ink-2"
    >
      {/* biome-ignore lint/performance/noImgElement: the image service would fetch it without the reader's rights */}
      <img
        src={file.href}
        alt=""
        loading="lazy"
        decoding="async"
        width={120}
        height={80}
        className="h-20 w-full rounded-stamp bg-canvas object-cover"
      />
      <span className="truncate px-0.5">{file.name}</span>
    </a>
  )
}
