'use client'

import Lightbox, { type Slide } from 'yet-another-react-lightbox'
import Zoom from 'yet-another-react-lightbox/plugins/zoom'
import 'yet-another-react-lightbox/styles.css'
import { useState } from 'react'
import { CloseIcon, DownloadIcon } from '@/components/ui/icons'
import type { GalleryFile, GalleryWords } from './file-gallery'
import { ShownFile } from './shown-file'

declare module 'yet-another-react-lightbox' {
  interface SlideTypes {
    file: { type: 'file'; file: GalleryFile }
  }
}

/** How far a picture may be enlarged. */
const ZOOM = 5

type ViewerProps = { files: readonly GalleryFile[]; first: number; words: GalleryWords; close: () => void }

/** Files over the page: pictures to zoom, recordings to play, texts to read, PDFs in the browser's reader (003-20). */
export default function FileViewer({ files, first, words, close }: ViewerProps) {
  const [index, setIndex] = useState(first)
  const slides = files.map(
    (file): Slide => (file.preview === 'image' ? { src: file.href, alt: file.name } : { type: 'file', file }),
  )
  const current = files[index]
  const alone = files.length === 1
  return (
    <Lightbox
      open
      close={close}
      index={index}
      slides={slides}
      plugins={[Zoom]}
      zoom={{ maxZoomPixelRatio: ZOOM, scrollToZoom: true }}
      carousel={{ finite: true, preload: 1 }}
      controller={{ closeOnBackdropClick: true }}
      on={{ view: (view) => setIndex(view.index) }}
      labels={{
        Previous: words.previous,
        Next: words.next,
        Close: words.close,
        Lightbox: words.gallery,
        'Photo gallery': words.gallery,
        '{index} of {total}': words.place,
        'Zoom in': words.zoomIn,
        'Zoom out': words.zoomOut,
      }}
      toolbar={{
        buttons: [
          <span key="name" className="mr-auto max-w-[60vw] self-center truncate pl-4 text-14 text-on-urgent">
            {current?.name} <span className="opacity-80">{current?.size}</span>
          </span>,
          'zoom',
          <a
            key="download"
            href={current?.href}
            download
            className="yarl__button"
            aria-label={words.download}
            title={words.download}
          >
            <DownloadIcon className="size-6" />
          </a>,
          'close',
        ],
      }}
      render={{
        iconClose: () => <CloseIcon className="size-6" />,
        ...(alone ? { buttonPrev: () => null, buttonNext: () => null } : {}),
        slide: ({ slide, offset }) =>
          slide.type === 'file' ? <ShownFile file={slide.file} words={words} active={offset === 0} /> : undefined,
      }}
    />
  )
}
