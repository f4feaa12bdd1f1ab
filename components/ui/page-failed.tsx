'use client'

import { Crash } from './crash'
import { usePageWords } from './page-words'

type Failure = { error: Error & { digest?: string }; reset: () => void }

/** A page inside a frame failed: the frame stays, so that everything else can still be reached. */
export function FramedPageFailed(failure: Failure) {
  return <Failed {...failure} inFrame />
}

/** A page without a frame failed. */
export function PageFailed(failure: Failure) {
  return <Failed {...failure} />
}

function Failed({ error, reset, inFrame }: Failure & { inFrame?: boolean }) {
  const words = usePageWords()
  return (
    <Crash
      inFrame={inFrame}
      words={{ title: words.crashTitle, text: words.crashText, again: words.crashAgain, quote: words.crashQuote }}
      digest={error.digest}
      retry={reset}
    />
  )
}
